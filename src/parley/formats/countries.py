"""Countries as other projects number and group them.

Sources: ISO 3166 (numeric codes), the Correlates of War project (state numbers), ACLED (regions of the world, and names
where they are not the usual ones). What a list does not have is "-".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its ISO 3166 alpha-3 code: numeric code, Correlates of War number, ACLED's region, name."""

    code: str
    iso: int | None
    cow: int | None
    region: str
    name: str

    @property
    def acled_name(self) -> str:
        """What ACLED calls it."""
        return _ACLED.get(self.code, self.name)


@cache
def countries() -> dict[str, Country]:
    """All countries by their alpha-3 code."""
    found = (_country(*row.split(" ", 4)) for row in _ROWS.split("\n") if row)
    return {c.code: c for c in found}


def _country(code: str, iso: str, cow: str, region: str, name: str) -> Country:
    return Country(code, _number(iso), _number(cow), _REGIONS[region], name)


def _number(text: str) -> int | None:
    return None if text == "-" else int(text)


_REGIONS = {
    "NAF": "Northern Africa", "WAF": "Western Africa", "MAF": "Middle Africa", "EAF": "Eastern Africa",
    "SAF": "Southern Africa", "MEA": "Middle East", "CCA": "Caucasus and Central Asia", "SAS": "South Asia",
    "SEA": "Southeast Asia", "EAS": "East Asia", "EUR": "Europe", "NAM": "North America", "CAM": "Central America",
    "CAR": "Caribbean", "SAM": "South America", "OCE": "Oceania",
}  # fmt: skip
_ACLED = {
    "CIV": "Ivory Coast", "COD": "Democratic Republic of Congo", "COG": "Republic of Congo", "FSM": "Micronesia",
    "SWZ": "eSwatini", "VAT": "Vatican City", "STP": "Sao Tome and Principe",
}  # fmt: skip
_ROWS = """
AFG 4 700 CCA Afghanistan
AGO 24 540 MAF Angola
ALB 8 339 EUR Albania
AND 20 232 EUR Andorra
ARE 784 696 MEA United Arab Emirates
ARG 32 160 SAM Argentina
ARM 51 371 CCA Armenia
ATG 28 58 CAR Antigua and Barbuda
AUS 36 900 OCE Australia
AUT 40 305 EUR Austria
AZE 31 373 CCA Azerbaijan
BDI 108 516 EAF Burundi
BEL 56 211 EUR Belgium
BEN 204 434 WAF Benin
BFA 854 439 WAF Burkina Faso
BGD 50 771 SAS Bangladesh
BGR 100 355 EUR Bulgaria
BHR 48 692 MEA Bahrain
BHS 44 31 CAR Bahamas
BIH 70 346 EUR Bosnia and Herzegovina
BLR 112 370 EUR Belarus
BLZ 84 80 CAM Belize
BOL 68 145 SAM Bolivia
BRA 76 140 SAM Brazil
BRB 52 53 CAR Barbados
BRN 96 835 SEA Brunei
BTN 64 760 SAS Bhutan
BWA 72 571 SAF Botswana
CAF 140 482 MAF Central African Republic
CAN 124 20 NAM Canada
CHE 756 225 EUR Switzerland
CHL 152 155 SAM Chile
CHN 156 710 EAS China
CIV 384 437 WAF Côte d'Ivoire
CMR 120 471 MAF Cameroon
COD 180 490 MAF Democratic Republic of the Congo
COG 178 484 MAF Republic of the Congo
COK 184 - OCE Cook Islands
COL 170 100 SAM Colombia
COM 174 581 EAF Comoros
CPV 132 402 WAF Cape Verde
CRI 188 94 CAM Costa Rica
CUB 192 40 CAR Cuba
CYP 196 352 EUR Cyprus
CZE 203 316 EUR Czech Republic
DEU 276 255 EUR Germany
DJI 262 522 EAF Djibouti
DMA 212 54 CAR Dominica
DNK 208 390 EUR Denmark
DOM 214 42 CAR Dominican Republic
DZA 12 615 NAF Algeria
ECU 218 130 SAM Ecuador
EGY 818 651 NAF Egypt
ERI 232 531 EAF Eritrea
ESH 732 - NAF Western Sahara
ESP 724 230 EUR Spain
EST 233 366 EUR Estonia
ETH 231 530 EAF Ethiopia
FIN 246 375 EUR Finland
FJI 242 950 OCE Fiji
FRA 250 220 EUR France
FSM 583 987 OCE Federated States of Micronesia
GAB 266 481 MAF Gabon
GBR 826 200 EUR United Kingdom
GEO 268 372 CCA Georgia
GHA 288 452 WAF Ghana
GIN 324 438 WAF Guinea
GMB 270 420 WAF Gambia
GNB 624 404 WAF Guinea-Bissau
GNQ 226 411 MAF Equatorial Guinea
GRC 300 350 EUR Greece
GRD 308 55 CAR Grenada
GRL 304 - NAM Greenland
GTM 320 90 CAM Guatemala
GUY 328 110 SAM Guyana
HKG 344 - EAS Hong Kong
HND 340 91 CAM Honduras
HRV 191 344 EUR Croatia
HTI 332 41 CAR Haiti
HUN 348 310 EUR Hungary
IDN 360 850 SEA Indonesia
IND 356 750 SAS India
IRL 372 205 EUR Ireland
IRN 364 630 MEA Iran
IRQ 368 645 MEA Iraq
ISL 352 395 EUR Iceland
ISR 376 666 MEA Israel
ITA 380 325 EUR Italy
JAM 388 51 CAR Jamaica
JOR 400 663 MEA Jordan
JPN 392 740 EAS Japan
KAZ 398 705 CCA Kazakhstan
KEN 404 501 EAF Kenya
KGZ 417 703 CCA Kyrgyzstan
KHM 116 811 SEA Cambodia
KIR 296 946 OCE Kiribati
KNA 659 60 CAR Saint Kitts and Nevis
KOR 410 732 EAS South Korea
KWT 414 690 MEA Kuwait
LAO 418 812 SEA Laos
LBN 422 660 MEA Lebanon
LBR 430 450 WAF Liberia
LBY 434 620 NAF Libya
LCA 662 56 CAR Saint Lucia
LIE 438 223 EUR Liechtenstein
LKA 144 780 SAS Sri Lanka
LSO 426 570 SAF Lesotho
LTU 440 368 EUR Lithuania
LUX 442 212 EUR Luxembourg
LVA 428 367 EUR Latvia
MAC 446 - EAS Macau
MAR 504 600 NAF Morocco
MCO 492 221 EUR Monaco
MDA 498 359 EUR Moldova
MDG 450 580 EAF Madagascar
MDV 462 781 SAS Maldives
MEX 484 70 CAM Mexico
MHL 584 983 OCE Marshall Islands
MKD 807 343 EUR North Macedonia
MLI 466 432 WAF Mali
MLT 470 338 EUR Malta
MMR 104 775 SEA Myanmar
MNE 499 341 EUR Montenegro
MNG 496 712 EAS Mongolia
MOZ 508 541 EAF Mozambique
MRT 478 435 WAF Mauritania
MUS 480 590 EAF Mauritius
MWI 454 553 EAF Malawi
MYS 458 820 SEA Malaysia
NAM 516 565 SAF Namibia
NER 562 436 WAF Niger
NGA 566 475 WAF Nigeria
NIC 558 93 CAM Nicaragua
NIU 570 - OCE Niue
NLD 528 210 EUR Netherlands
NOR 578 385 EUR Norway
NPL 524 790 SAS Nepal
NRU 520 970 OCE Nauru
NZL 554 920 OCE New Zealand
OMN 512 698 MEA Oman
PAK 586 770 SAS Pakistan
PAN 591 95 CAM Panama
PER 604 135 SAM Peru
PHL 608 840 SEA Philippines
PLW 585 986 OCE Palau
PNG 598 910 OCE Papua New Guinea
POL 616 290 EUR Poland
PRK 408 731 EAS North Korea
PRT 620 235 EUR Portugal
PRY 600 150 SAM Paraguay
PSE 275 - MEA Palestine
QAT 634 694 MEA Qatar
ROU 642 360 EUR Romania
RUS 643 365 EUR Russia
RWA 646 517 EAF Rwanda
SAU 682 670 MEA Saudi Arabia
SDN 729 625 NAF Sudan
SEN 686 433 WAF Senegal
SGP 702 830 SEA Singapore
SLB 90 940 OCE Solomon Islands
SLE 694 451 WAF Sierra Leone
SLV 222 92 CAM El Salvador
SMR 674 331 EUR San Marino
SOM 706 520 EAF Somalia
SRB 688 345 EUR Serbia
SSD 728 626 EAF South Sudan
STP 678 403 MAF São Tomé and Príncipe
SUR 740 115 SAM Suriname
SVK 703 317 EUR Slovakia
SVN 705 349 EUR Slovenia
SWE 752 380 EUR Sweden
SWZ 748 572 SAF Eswatini
SYC 690 591 EAF Seychelles
SYR 760 652 MEA Syria
TCD 148 483 MAF Chad
TGO 768 461 WAF Togo
THA 764 800 SEA Thailand
TJK 762 702 CCA Tajikistan
TKM 795 701 CCA Turkmenistan
TLS 626 860 SEA East Timor
TON 776 955 OCE Tonga
TTO 780 52 CAR Trinidad and Tobago
TUN 788 616 NAF Tunisia
TUR 792 640 MEA Turkey
TUV 798 947 OCE Tuvalu
TWN 158 713 EAS Taiwan
TZA 834 510 EAF Tanzania
UGA 800 500 EAF Uganda
UKR 804 369 EUR Ukraine
URY 858 165 SAM Uruguay
USA 840 2 NAM United States
UZB 860 704 CCA Uzbekistan
VAT 336 - EUR Holy See
VCT 670 57 CAR Saint Vincent and the Grenadines
VEN 862 101 SAM Venezuela
VNM 704 816 SEA Vietnam
VUT 548 935 OCE Vanuatu
WSM 882 990 OCE Samoa
XKX - 347 EUR Kosovo
YEM 887 679 MEA Yemen
ZAF 710 560 SAF South Africa
ZMB 894 551 EAF Zambia
ZWE 716 552 EAF Zimbabwe
"""
