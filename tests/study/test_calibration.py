from bot.study.calibration import ENOUGH, Attempt, Calibration, calibration
from bot.study.prompt import Confidence

ALL, MOST, SOME, FEW = 5, 3, 2, 1


def attempts(confidence: Confidence, *ticked: int) -> list[Attempt]:
    return [Attempt(confidence, each, 5) for each in ticked]


def test_agreement_and_disagreement_are_counted() -> None:
    sure = attempts(Confidence.SURE, ALL, ALL, MOST, SOME, FEW)
    unsure = attempts(Confidence.NO_IDEA, ALL, MOST, FEW)
    half = attempts(Confidence.HALF, ALL, FEW)

    assert calibration([*sure, *unsure, *half]) == Calibration(
        sure_and_all=2, sure_but_few=2, unsure_but_most=2
    )


def test_too_few_answers_say_nothing() -> None:
    assert calibration(attempts(Confidence.SURE, *[ALL] * (ENOUGH - 1))) is None
    assert calibration(attempts(Confidence.SURE, *[ALL] * ENOUGH)) is not None
