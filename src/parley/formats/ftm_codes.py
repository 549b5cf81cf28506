"""Codes of FollowTheMoney: its countries by ISO 3166 alpha-3, its languages by ISO 639-1, topics by PLOVER's sectors.

Source: FollowTheMoney 4's own types `country`, `language` and `topic`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def _pairs(table: str, wide: int) -> Mapping[str, str]:
    """A table of words, each a code of so many letters and what it stands for."""
    return MappingProxyType({word[:wide]: word[wide:] for word in table.split()})


COUNTRIES = _pairs(
    """
    ABWaw AFGaf AGOao AIAai ALAax ALBal ANDad AREae ARGar ARMam ASMas ATAaq ATFtf ATGag AUSau AUTat AZEaz BDIbi BELbe
    BENbj BESbq BFAbf BGDbd BGRbg BHRbh BHSbs BIHba BLMbl BLRby BLZbz BMUbm BOLbo BRAbr BRBbb BRNbn BTNbt BVTbv BWAbw
    CAFcf CANca CCKcc CHEch CHLcl CHNcn CIVci CMRcm CODcd COGcg COKck COLco COMkm CPVcv CRIcr CSKcshh CUBcu CUWcw
    CXRcx CYMky CYPcy CZEcz DDRdd DEUde DJIdj DMAdm DNKdk DOMdo DZAdz ECUec EGYeg ERIer ESHeh ESPes ESTee ETHet FINfi
    FJIfj FLKfk FRAfr FROfo FSMfm GABga GBRgb GEOge GGYgg GHAgh GIBgi GINgn GLPgp GMBgm GNBgw GNQgq GRCgr GRDgd GRLgl
    GTMgt GUFgf GUMgu GUYgy HKGhk HMDhm HNDhn HRVhr HTIht HUNhu IDNid IMNim INDin IOTio IRLie IRNir IRQiq ISLis ISRil
    ITAit JAMjm JEYje JORjo JPNjp KAZkz KENke KGZkg KHMkh KIRki KNAkn KORkr KWTkw LAOla LBNlb LBRlr LBYly LCAlc LIEli
    LKAlk LSOls LTUlt LUXlu LVAlv MACmo MAFmf MARma MCOmc MDAmd MDGmg MDVmv MEXmx MHLmh MKDmk MLIml MLTmt MMRmm MNEme
    MNGmn MNPmp MOZmz MRTmr MSRms MTQmq MUSmu MWImw MYSmy MYTyt NAMna NCLnc NERne NFKnf NGAng NICni NIUnu NLDnl NORno
    NPLnp NRUnr NZLnz OMNom PAKpk PANpa PCNpn PERpe PHLph PLWpw PNGpg POLpl PRIpr PRKkp PRTpt PRYpy PSEps PYFpf QATqa
    REUre ROUro RUSru RWArw SAUsa SCGcsxx SDNsd SENsn SGPsg SGSgs SHNsh SJMsj SLBsb SLEsl SLVsv SMRsm SOMso SPMpm
    SRBrs SSDss STPst SUNsuhh SURsr SVKsk SVNsi SWEse SWZsz SXMsx SYCsc SYRsy TCAtc TCDtd TGOtg THAth TJKtj TKLtk
    TKMtm TLStl TONto TTOtt TUNtn TURtr TUVtv TWNtw TZAtz UGAug UKRua UMIum URYuy USAus UZBuz VATva VCTvc VENve VGBvg
    VIRvi VNMvn VUTvu WLFwf WSMws XKXxk YEMye YUGyucs ZAFza ZMBzm ZWEzw
    """,
    3,
)
LANGUAGES = _pairs(
    """
    afafr amamh arara azaze bebel bgbul bnben bsbos cacat csces dadan dedeu elell eneng esspa etest fafas fifin frfra
    gagle heheb hihin hrhrv huhun hyhye idind isisl itita jajpn kakat kkkaz kmkhm knkan kokor kykir lbltz lolao ltlit
    lvlav mkmkd mnmon msmsa mtmlt mymya nenep nlnld nonor plpol pspus ptpor roron rurus sisin skslk slslv sqsqi srsrp
    svswe swswa tatam tetel tgtgk ththa tktuk tltgl trtur ukukr ururd uzuzb vivie zhzho
    """,
    2,
)
TOPICS: Mapping[str, str] = MappingProxyType(
    {
        "GOV": "gov",
        "LEG": "gov.legislative",
        "JUD": "gov.judicial",
        "SPY": "gov.security",
        "IGO": "gov.igo",
        "MIL": "mil",
        "PTY": "pol.party",
    }
)
"""Of organisations; what a person's post makes of the person is for whoever screens persons to say."""
