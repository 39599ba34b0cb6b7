"""Makes studies of composed texts by the command line. The persons and events in them are invented."""

from pathlib import Path

from serving import run

HARBOUR = [
    "The harbour was quiet before the tide turned. Old Tomas counted the boats and then counted them again.",
    "We lost the small one in the storm of that spring. Nobody asked us what we would do without it.",
    "My mother mended nets until the light was gone. She said that work keeps the hands from shaking.",
    "In the summer the rain stayed away. The well was dry, and we carried water from the mill.",
    "The office wrote that our house was in the new road. They took it in the autumn with one letter.",
    "My brother went to the city for work. He sent money twice, and after that he sent nothing.",
    "On Sundays we sat on the wall and waited. Waiting was the only thing that cost us nothing.",
    "The new boat came late, with a red stripe. For the first time the children shouted on the pier.",
    "I dream of the old kitchen and its blue door. When I wake I still look for the handle.",
    "The tide took the nets that we had left outside. It was our own fault, and we laughed about it.",
    "They say that the fish will come back next year. I want to believe them, and I paint the oars.",
    "Tomas died before the boats were back. The whole street walked behind him to the hill.",
    "Now my daughter sells what we catch. She knows the prices of every harbour by heart.",
    "If you ask me what is left, I point at the water. It was here before us, and it stays.",
]
MARKET = [
    "The market opens at five, when the lamps are still lit. I bring two baskets and the scales.",
    "Prices fell in March because of the rain. I sold for less than I had paid.",
    "A woman from the hills bought all the herring. She paid with plums and a good word.",
    "I lost my place under the roof to a larger stall. Now I stand where the tide comes in.",
    "What I hope for is small: a dry year and a new roof. My hands will do the rest.",
    "At noon we eat together and nobody counts. That is the hour that I would not sell.",
]
# The codes have the digits 1 to 9, in this order.
CODES = [
    ("loss", "Loss"), ("loss/home", "Loss of home"), ("loss/boat", "Loss of the boat"), ("work", "Work"), ("water", "Water"),
    ("hope", "Hope"), ("grief", "Grief"), ("trade", "Trade"), ("waiting", "Waiting"),
]
CODEBOOK = """\
tema: 1
id: composed
title: Composed
version: "1"
language: en
levels: [code, part]
codes:
  - id: loss
    name: Loss
    definition: What was taken or is gone.
    codes:
      - {id: home, name: Loss of home}
      - {id: boat, name: Loss of the boat}
  - {id: work, name: Work}
  - id: water
    name: Water
    definition: The sea, the well and the rain.
    indicators: [tide, rain]
  - {id: hope, name: Hope}
  - {id: grief, name: Grief}
  - {id: trade, name: Trade}
  - {id: waiting, name: Waiting}
"""


def study_of(tema: str, folder: Path, texts: dict, codebook: str = CODEBOOK, coders=("ann", "ben")) -> Path:
    """Makes a study of the texts, by their names, with codings by the codebook's indicators. The first coder coordinates."""
    study = folder / "composed.tema"
    for name, text in texts.items():
        (folder / f"{name}.txt").write_bytes(text.encode())
    (folder / "codebook.yaml").write_text(codebook)
    run(tema, "init", study)
    run(tema, "import", study, *[folder / f"{name}.txt" for name in texts], "--coder", coders[0])
    run(tema, "codebook", "import", study, folder / "codebook.yaml", "--coder", coders[0])
    for index, coder in enumerate(coders):
        run(tema, "coders", study, "--add", coder, "--role", "coder" if index else "coordinator", "--coder", coders[0])
    run(tema, "code", study, "--coder", coders[0])
    return study


def composed(tema: str, folder: Path) -> Path:
    """Makes a study of two interviews, *harbour* and *market*."""
    return study_of(tema, folder, {"harbour": "\n\n".join(HARBOUR) + "\n", "market": "\n\n".join(MARKET) + "\n"})
