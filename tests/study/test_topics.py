from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.questions.model import AreaId, Topic, TopicId
from bot.study.memory import DEFAULTS, Grade, Memory, outcomes, retrievability
from bot.study.topics import Knowledge, TopicCount, knowledge

DAY = date(2026, 11, 21)
TOPIC = Topic(TopicId("python/gil"), "The GIL", AreaId("python"), "Python")


def graded(*grades: Grade, every: int = 1) -> Memory:
    """Grade a question once on each due day or each so many days, the last time today."""
    start = DAY - timedelta(days=every * (len(grades) - 1))
    memory: Memory | None = None
    for number, grade in enumerate(grades):
        day = start + timedelta(days=every * number)
        memory = outcomes(memory, day, others_left=False)[grade]
    assert memory
    return memory


def test_never_graded_is_unseen() -> None:
    assert knowledge(None, DAY) is Knowledge.UNSEEN


def test_one_good_answer_is_shaky() -> None:
    assert knowledge(graded(Grade.GOOD), DAY) is Knowledge.SHAKY


def test_two_good_answers_days_apart_are_known() -> None:
    assert knowledge(graded(Grade.GOOD, Grade.GOOD, every=3), DAY) is Knowledge.KNOWN


def test_one_easy_answer_is_known() -> None:
    assert knowledge(graded(Grade.EASY), DAY) is Knowledge.KNOWN


def test_failed_today_is_shaky_although_just_seen() -> None:
    strong, later = graded(*[Grade.GOOD] * 5, every=8), DAY + timedelta(days=20)

    failed = [outcomes(strong, later, others_left=left)[Grade.AGAIN] for left in (True, False)]

    assert knowledge(strong, DAY) is Knowledge.KNOWN
    assert [retrievability(memory, later) for memory in failed] == [1, 1]
    assert [knowledge(memory, later) for memory in failed] == [Knowledge.SHAKY] * 2


def test_failed_and_waiting_to_come_back_is_shaky_however_strong() -> None:
    strong = graded(*[Grade.EASY] * 6, every=40)

    failed = outcomes(strong, DAY, others_left=True)[Grade.AGAIN]

    assert failed.stability > 7
    assert knowledge(failed, DAY) is Knowledge.SHAKY


def test_strong_memory_long_overdue_is_shaky() -> None:
    memory = graded(Grade.EASY)

    assert knowledge(memory, DAY + timedelta(days=60)) is Knowledge.SHAKY


@given(st.lists(st.sampled_from(Grade), min_size=1, max_size=6), st.integers(1, 20))
def test_knowledge_only_fades_with_time(grades: list[Grade], every: int) -> None:
    memory = graded(*grades, every=every)

    found = [knowledge(memory, DAY + timedelta(days=later)) for later in range(0, 400, 20)]

    assert Knowledge.UNSEEN not in found
    assert found == sorted(found, key=lambda each: each.value)


def test_topic_is_known_when_every_question_is() -> None:
    assert TopicCount(TOPIC, chosen=True, questions=3).knowledge is Knowledge.UNSEEN
    assert TopicCount(TOPIC, chosen=True, questions=3, known=2).knowledge is Knowledge.SHAKY
    assert TopicCount(TOPIC, chosen=True, questions=3, shaky=1).knowledge is Knowledge.SHAKY
    assert TopicCount(TOPIC, chosen=True, questions=3, known=3).knowledge is Knowledge.KNOWN


def test_counts_add_up() -> None:
    count = TopicCount(TOPIC, chosen=True, questions=7, known=2, shaky=1)

    assert (count.seen, count.unseen) == (3, 4)


def test_who_forgets_faster_knows_less() -> None:
    memory = Memory(30.0, 5.0, DAY - timedelta(days=90), DAY)

    assert knowledge(memory, DAY) is Knowledge.KNOWN
    assert knowledge(memory, DAY, (*DEFAULTS[:20], 0.5)) is Knowledge.SHAKY
