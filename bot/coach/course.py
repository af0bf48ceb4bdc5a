"""The course of a mock round: where it stands, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.coach import asking, clock, debrief, describing, lobby, pool
from bot.questions.model import QuestionId
from bot.storage import memories, mocks, prompts
from bot.storage.tables import MockQuestionRow
from bot.study import coverage, mock, points
from bot.study.memory import Grade
from bot.study.mock import (
    Answered,
    Ask,
    Exchange,
    Go,
    Halt,
    Length,
    Mode,
    Round,
    Scope,
    Stage,
    Standing,
)
from bot.study.prompt import Delivery, Origin, PromptState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.coach.transaction import Visit
    from bot.questions.model import Question
    from bot.storage.tables import Learner, MockRow, PromptRow
    from bot.study.mock import Report
    from bot.study.prompt import Prompt

_HOLDS = {Grade.GOOD, Grade.EASY}
_IN = {PromptState.ASKED, PromptState.REVEALED, PromptState.HELD, PromptState.GRADED}
"""States of a prompt that is part of its round; one that was hidden since is not."""


def standing_of(visit: Visit, row: MockRow) -> Standing:
    """Tell where a round stands."""
    assert row.id is not None
    exchanges = round_of(visit, row).exchanges
    setup = lobby.setup_of(row)
    return Standing(
        round_id=row.id,
        setup=setup,
        about=debrief.about(visit, setup.scope),
        stage=Stage(row.stage),
        answered=sum(each.answered for each in exchanges),
        to_grade=sum(each.answered and not each.graded for each in exchanges),
        secret=row.secret,
        friend=row.friend_agreed,
    )


def round_of(visit: Visit, row: MockRow) -> Round:
    """Describe a round as a value."""
    return _round(visit, row, _asked(visit, row))


def go_on(visit: Visit, learner: Learner, row: MockRow) -> Prompt | Report:
    """Show the open question of a round, put what comes next, or sum up."""
    learner.awaiting = None
    waiting = asking.open_prompt(visit, learner)
    if waiting and waiting.origin is Origin.MOCK:
        return waiting
    while row.stage == Stage.ASKING:
        prompt = _next(visit, learner, row)
        if prompt:
            return prompt
    while row.stage == Stage.DEBRIEF:
        prompt = _next_to_grade(visit, learner, row)
        if prompt:
            return prompt
    return debrief.report_of(visit, learner, row)


def follow(visit: Visit, learner: Learner, prompt: PromptRow) -> Prompt | Report:
    """Go on after a question of a round was graded, or put aside."""
    asked = mocks.of_prompt(visit.session, prompt.id)
    assert asked is not None
    row = mocks.get(visit.session, learner.id, asked.mock_id)
    assert row is not None
    return go_on(visit, learner, row)


def _next(visit: Visit, learner: Learner, row: MockRow) -> Prompt | None:
    """Put the next question; None when something was settled on the way to it."""
    asked = _asked(visit, row)
    under_way = _round(visit, row, asked)
    more = _follow_up(visit, row, under_way) if under_way.may_follow_up else None
    match under_way.next(more):
        case Ask(question_id, depth):
            question = pool.find(visit, learner.id, question_id)
            if question is None:  # it was taken out of the bank
                row.plan = [id_ for id_ in under_way.plan if id_ != question_id]
                return None
            return _ask(visit, learner, row, question, depth)
        case Go(place):
            return _take_up(visit, learner, row, *asked[place])
        case Halt.PLAN_MORE:
            scope = lobby.candidates_of(visit, learner, Scope.read(row.scope))
            this = {each.question_id for each in under_way.exchanges}
            scope = replace(scope, barred=this | _last_round(visit, row))
            extra = mock.extended(under_way.plan, scope, visit.chance)
            if extra:
                row.plan = [*under_way.plan, extra]
                return None
    row.stage = Stage.DEBRIEF  # a practice round has nothing left to be graded there
    return None


def _next_to_grade(visit: Visit, learner: Learner, row: MockRow) -> Prompt | None:
    asked = _asked(visit, row)
    match _round(visit, row, asked).next_to_grade():
        case Go(place):
            return _take_up(visit, learner, row, *asked[place])
    row.stage, row.ended_at = Stage.DONE, visit.now
    return None


def _ask(visit: Visit, learner: Learner, row: MockRow, question: Question, depth: int) -> Prompt:
    assert row.id is not None
    put = asking.put(visit, learner, question, origin=Origin.MOCK)
    asked = MockQuestionRow(
        learner_id=learner.id,
        mock_id=row.id,
        prompt_id=put.id,
        ordinal=len(mocks.questions(visit.session, row.id)),
        question_id=question.id,
        depth=depth,
    )
    mocks.ask(visit.session, asked)
    _start_clock(visit, row, asked, question)
    prompt = prompts.get(visit.session, learner.id, put.id)
    assert prompt is not None
    return describing.facts(visit, learner, prompt)


def _take_up(
    visit: Visit, learner: Learner, row: MockRow, asked: MockQuestionRow, prompt: PromptRow
) -> Prompt | None:
    """Open a held question again, as it was; in the debrief with its answer."""
    question = pool.find(visit, learner.id, QuestionId(asked.question_id))
    if question is None:  # it was taken out of the bank
        prompts.move(visit.session, prompt, {"state": PromptState.WITHDRAWN})
        return None
    again = {
        "asked_at": visit.now,
        "study_day": clock.today_of(visit, learner),
        "delivery": Delivery.PENDING,
    }
    if asked.answered:
        values = {"state": PromptState.REVEALED, "revealed_at": prompt.revealed_at or visit.now}
        describing.fix_outcomes(visit, learner, prompt, **values, **again)
    else:
        prompts.move(visit.session, prompt, {"state": PromptState.ASKED, **again})
        _start_clock(visit, row, asked, question)
    return describing.facts(visit, learner, prompt)


def _start_clock(visit: Visit, row: MockRow, asked: MockQuestionRow, question: Question) -> None:
    asked.since = visit.now
    left = mock.nudge_after(question.level) - timedelta(seconds=asked.took_seconds)
    if row.mode == Mode.REAL and left > timedelta():
        asked.nudge_at = visit.now + left
    visit.session.add(asked)
    visit.session.flush()


def _asked(visit: Visit, row: MockRow) -> list[tuple[MockQuestionRow, PromptRow]]:
    assert row.id is not None
    return [each for each in mocks.questions(visit.session, row.id) if each[1].state in _IN]


def _round(visit: Visit, row: MockRow, asked: Sequence[tuple[MockQuestionRow, PromptRow]]) -> Round:
    exchanges = tuple(
        Exchange(
            question_id=QuestionId(question.question_id),
            depth=question.depth,
            answered=question.answered is not None,
            knew=_knew(visit, question, prompt),
            graded=prompt.state == PromptState.GRADED,
        )
        for question, prompt in asked
    )
    took = sum((timedelta(seconds=question.took_seconds) for question, _ in asked), timedelta())
    renamed = visit.bank.renamed
    plan = [renamed.get(QuestionId(id_), QuestionId(id_)) for id_ in row.plan]
    return Round(Mode(row.mode), Length(row.length), plan, exchanges, took)


def _knew(visit: Visit, asked: MockQuestionRow, prompt: PromptRow) -> bool:
    """Tell whether an interviewer would dig deeper: by the grade, else by what was said."""
    if prompt.grade:
        return Grade(prompt.grade) in _HOLDS
    question = pool.find(visit, asked.learner_id, QuestionId(asked.question_id))
    wanted = question.key_points if question else ()
    typed = "\n".join(part["text"] for part in prompt.own_answer)
    if asked.answered == Answered.PASSED or not asked.answered:
        return False
    if not wanted or (prompt.ticked is None and not typed):
        return True
    said = prompt.ticked or coverage.said(typed, wanted, visit.synonyms)
    return points.suggested(len(said), len(wanted)) is not Grade.AGAIN


def _follow_up(visit: Visit, row: MockRow, under_way: Round) -> QuestionId | None:
    asked = visit.bank.get(under_way.exchanges[-1].question_id)
    if asked is None:
        return None
    found = (visit.bank.get(target) for target in mock.links(asked))
    hidden = memories.hidden(visit.session, row.learner_id)
    targets = [question for question in found if question and question.id not in hidden]
    used = {
        *under_way.plan,
        *(each.question_id for each in under_way.exchanges),
        *_last_round(visit, row),
    }
    return mock.follow_up(targets, used, visit.chance)


def _last_round(visit: Visit, row: MockRow) -> frozenset[QuestionId]:
    return mocks.asked_last(visit.session, row.learner_id, before=row.id)
