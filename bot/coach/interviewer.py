"""A friend as the interviewer of a mock round: only questions and points are shared.

Whoever acts here for the round of another locks that learner's row and no other, so that two who
interview each other never wait for one another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import course, mock, pool
from bot.coach.place import place_of
from bot.questions.model import QuestionId
from bot.storage import learners, mocks, prompts
from bot.storage.tables import MockRow
from bot.study.mock import Answered, Invitation, Parted, Sheet, Stage
from bot.study.prompt import PromptState

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from bot.coach.turn import Turn
    from bot.storage.tables import MockQuestionRow, PromptRow


def invitation(visit: Visit, friend_id: int, secret: str) -> Invitation:
    """Tell what a link leads to, for who has followed it."""
    row = mocks.by_secret(visit.session, secret)
    if row is None or Stage(row.stage).is_over:
        return Invitation.OVER
    if row.learner_id == friend_id:
        return Invitation.OWN
    if row.friend_agreed:
        return Invitation.AGREED if row.friend_id == friend_id else Invitation.TAKEN
    return Invitation.OPEN if row.stage == Stage.INVITED else Invitation.OVER


def agree(visit: Visit, friend_id: int, secret: str) -> tuple[Invitation, int | None]:
    """Become the interviewer of a round; name the candidate who is to be asked for their yes."""
    found = mocks.by_secret(visit.session, secret)
    if found:
        learners.lock(visit.session, found.learner_id)
        visit.session.refresh(found)
    known = invitation(visit, friend_id, secret)
    if known is not Invitation.OPEN or found is None:
        return known, None
    found.friend_id, found.friend_agreed = friend_id, True
    visit.session.add(found)
    return Invitation.AGREED, found.learner_id


def sheet(visit: Visit, friend_id: int, question_id: int) -> Sheet | None:
    """Look at a question as its interviewer; None for who is not, or no longer."""
    asked, row = _mine(visit, friend_id, question_id)
    return _sheet(visit, asked, row) if asked and row else None


def sheet_for(visit: Visit, prompt_id: int) -> Sheet | None:
    """Look at what the interviewer of a prompt is to see; None when there is none."""
    asked = mocks.of_prompt(visit.session, prompt_id)
    row = visit.session.get(MockRow, asked.mock_id) if asked else None
    return _sheet(visit, asked, row) if asked and row and row.friend_agreed else None


def shown(visit: Visit, question_id: int, message_id: int) -> None:
    """Record the message in which the interviewer sees a question."""
    asked = mocks.question(visit.session, question_id)
    if asked:
        asked.friend_message_id = message_id
        visit.session.add(asked)


def tick(visit: Visit, friend_id: int, question_id: int, point: int, *, on: bool) -> Sheet | None:
    """Note that the candidate has said a key point, counted from 0, or has not."""
    asked, row = _mine(visit, friend_id, question_id)
    if asked is None or row is None:
        return None
    found = _sheet(visit, asked, row)
    if found and found.is_open and point < len(found.question.key_points):
        ticked = found.ticked - {point} | ({point} if on else frozenset())
        asked.friend_ticked = sorted(ticked)
        visit.session.add(asked)
        visit.session.flush()
    return _sheet(visit, asked, row)


def go_on(visit: Visit, friend_id: int, question_id: int) -> tuple[int, Turn] | None:
    """End the candidate's answer; name the candidate, and what it led to for them.

    None when that is not for this person to say, or was said already.
    """
    asked, row = _mine(visit, friend_id, question_id)
    prompt = _prompt(visit, asked) if asked else None
    learner = learners.lock(visit.session, asked.learner_id) if asked else None
    if asked is None or prompt is None or learner is None or row is None:
        return None
    if prompt.state != PromptState.ASKED:
        return None
    return learner.id, mock.finish_answer(visit, learner, prompt, asked, Answered.ALOUD)


def leave(visit: Visit, friend_id: int) -> tuple[Parted, ...]:
    """Be no interviewer any more; the rounds go on without one."""
    parted = []
    for row in mocks.interviewed_by(visit.session, friend_id):
        learners.lock(visit.session, row.learner_id)
        row.friend_id, row.friend_agreed = None, False
        visit.session.add(row)
        visit.session.flush()
        parted.append(Parted(row.learner_id, friend_id, course.standing_of(visit, row)))
    return tuple(parted)


def dismiss(visit: Visit, learner_id: int) -> Parted | None:
    """Go on without the interviewer; None when there is none."""
    learners.lock(visit.session, learner_id)
    row = mocks.on(visit.session, learner_id)
    if row is None or not (row.friend_agreed and row.friend_id):
        return None
    friend_id, row.friend_id, row.friend_agreed = row.friend_id, None, False
    visit.session.add(row)
    visit.session.flush()
    return Parted(learner_id, friend_id, course.standing_of(visit, row))


def friend_of(visit: Visit, mock_id: int) -> int | None:
    """Name the interviewer of a round, to tell them what became of it."""
    row = visit.session.get(MockRow, mock_id)
    return row.friend_id if row and row.friend_agreed else None


def release(visit: Visit, mock_id: int) -> tuple[int, int | None] | None:
    """Let the interviewer go when all was asked; name them and the last message they have.

    None when the round goes on, or there is nobody to be told, or they were told already.
    """
    row = visit.session.get(MockRow, mock_id)
    if row is None or not (row.friend_agreed and row.friend_id):
        return None
    if row.stage in {Stage.INVITED, Stage.ASKING}:
        return None
    friend_id, row.friend_id, row.friend_agreed = row.friend_id, None, False
    visit.session.add(row)
    sheets = [each.friend_message_id for each, _ in mocks.questions(visit.session, mock_id)]
    return friend_id, next((id_ for id_ in reversed(sheets) if id_), None)


def waiting(visit: Visit, friend_id: int) -> Sheet | None:
    """Find the question that somebody is asking as an interviewer now."""
    for row in mocks.interviewed_by(visit.session, friend_id):
        open_row = prompts.open_of(visit.session, row.learner_id)
        asked = mocks.of_prompt(visit.session, open_row.id) if open_row else None
        if asked and asked.mock_id == row.id:
            return _sheet(visit, asked, row)
    return None


def _mine(
    visit: Visit, friend_id: int, question_id: int
) -> tuple[MockQuestionRow | None, MockRow | None]:
    """Find a question and its round, if this person is the interviewer; the candidate is held."""
    asked = mocks.question(visit.session, question_id)
    if asked is None:
        return None, None
    learners.lock(visit.session, asked.learner_id)
    visit.session.refresh(asked)
    row = visit.session.get(MockRow, asked.mock_id, populate_existing=True)
    mine = row is not None and row.friend_agreed and row.friend_id == friend_id
    return (asked, row) if mine else (None, None)


def _sheet(visit: Visit, asked: MockQuestionRow, row: MockRow) -> Sheet | None:
    prompt = _prompt(visit, asked)
    question = pool.find(visit, asked.learner_id, QuestionId(asked.question_id))
    place = place_of(visit, prompt) if prompt else None
    if prompt is None or question is None or place is None:
        return None
    assert asked.id is not None
    assert row.friend_id is not None
    before = [each for each, _ in mocks.questions(visit.session, asked.mock_id)]
    shown_before = [e.friend_message_id for e in before if e.ordinal < asked.ordinal]
    return Sheet(
        question_id=asked.id,
        friend_id=row.friend_id,
        question=question,
        place=place,
        ticked=frozenset(asked.friend_ticked or ()),
        is_open=prompt.state == PromptState.ASKED,
        message_id=asked.friend_message_id,
        before=shown_before[-1] if shown_before else None,
    )


def _prompt(visit: Visit, asked: MockQuestionRow) -> PromptRow | None:
    return prompts.get(visit.session, asked.learner_id, asked.prompt_id)
