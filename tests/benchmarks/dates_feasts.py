"""Writes the table of feasts that follow the moon, `timeline/temporal/feasts.csv`.

    pip install holidays  # MIT; needed for this script alone
    python tests/benchmarks/dates_feasts.py

One line a feast: its name, then the first day of each occurrence, as far as the tables of `holidays`
(https://github.com/vacanza/holidays) reach. Feasts of the Islamic and Hebrew calendars begin here on the day
itself, not on its eve.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

CALENDARS = {
    "islamic._IslamicLunar": {
        "hijri new year": "HIJRI_NEW_YEAR", "ashura": "ASHURA", "arbaeen": "ARBAEEN", "mawlid": "MAWLID",
        "isra and miraj": "ISRA_AND_MIRAJ", "ramadan": "RAMADAN_BEGINNING",
        "laylat al-qadr": "LAYLAT_AL_QADR", "jumuatul-wida": "JUMUATUL_WIDA",
        "eid al-fitr": "EID_AL_FITR", "eid al-adha": "EID_AL_ADHA",
    },
    "hebrew._HebrewLunisolar": {
        "purim": "PURIM", "passover": "PASSOVER", "lag baomer": "LAG_BAOMER", "shavuot": "SHAVUOT",
        "tisha bav": "TISHA_BAV", "rosh hashanah": "ROSH_HASHANAH", "yom kippur": "YOM_KIPPUR",
        "sukkot": "SUKKOT", "hanukkah": "HANUKKAH",
    },
    "chinese._ChineseLunisolar": {
        "lunar new year": "LUNAR_NEW_YEAR", "dragon boat": "DRAGON_BOAT", "mid-autumn": "MID_AUTUMN",
        "double ninth": "DOUBLE_NINTH",
    },
    "buddhist._BuddhistLunisolar": {"vesak": "VESAK_MAY"},
    "hindu._HinduLunisolar": {
        "basant panchami": "BASANT_PANCHAMI", "buddha purnima": "BUDDHA_PURNIMA", "chhath": "CHHATH_PUJA",
        "diwali": "DIWALI", "dussehra": "DUSSEHRA", "ganesh chaturthi": "GANESH_CHATURTHI",
        "gudi padwa": "GUDI_PADWA", "guru gobind singh jayanti": "GURU_GOBIND_SINGH_JAYANTI",
        "guru nanak jayanti": "GURU_NANAK_JAYANTI", "guru purnima": "GURU_PURNIMA",
        "guru ravidas jayanti": "GURU_RAVIDAS_JAYANTI", "hanuman jayanti": "HANUMAN_JAYANTI", "holi": "HOLI",
        "janmashtami": "JANMASHTAMI", "karva chauth": "KARWA_CHAUTH", "maha shivaratri": "MAHA_SHIVARATRI",
        "mahavir jayanti": "MAHAVIR_JAYANTI", "makar sankranti": "MAKAR_SANKRANTI", "onam": "ONAM",
        "parshuram jayanti": "PARSHURAM_JAYANTI", "pongal": "PONGAL", "raksha bandhan": "RAKSHA_BANDHAN",
        "ram navami": "RAM_NAVAMI", "rath yatra": "RATH_YATRA", "thaipusam": "THAIPUSAM",
        "vaisakhi": "VAISAKHI", "valmiki jayanti": "MAHARSHI_VALMIKI_JAYANTI", "vishu": "VISHU",
    },
}  # fmt: skip
TABLE = Path(__file__).parents[2] / "timeline" / "temporal" / "feasts.csv"


def days(table: dict[int, Any]) -> list[str]:
    """Give the days of a table of `holidays`: a year holds none, one or several."""
    found = []
    for year, stated in table.items():
        for month, day in stated if isinstance(stated[0], tuple) else (stated,):
            found.append(f"{year}-{month:02d}-{day:02d}")
    return sorted(found)


def main() -> None:
    """Write the table."""
    lines = []
    for place, feasts in CALENDARS.items():
        module, name = place.split(".")
        calendar = getattr(importlib.import_module(f"holidays.calendars.{module}"), name)
        for feast, key in feasts.items():
            lines.append(",".join([feast, *days(getattr(calendar, f"{key}_DATES"))]))
    TABLE.write_text("\n".join(sorted(lines)) + "\n", "utf-8")
    print(f"{len(lines)} feasts, {TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
