"""Every short sentence the bot says; dates and intervals in words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.study.memory import Grade
from bot.study.prompt import Confidence

if TYPE_CHECKING:
    from datetime import date, datetime, time
    from zoneinfo import ZoneInfo

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

GRADES = {Grade.AGAIN: "Again", Grade.HARD: "Hard", Grade.GOOD: "Good", Grade.EASY: "Easy"}

BOT_NAME = "Hotseat"
SHORT_DESCRIPTION = "A mock interview in your pocket."
DESCRIPTION = (
    "I ask interview questions, one at a time. Say your answer, look at mine, grade yourself. "
    "I bring each question back just before you would forget it, and ask one every day at your "
    "own time."
)

SHOW_ANSWER = "Show answer"
SKIP = "Skip today"
HIDE = "Hide"
UNDO = "Undo"
REDO = "Redo"
CHANGE_GRADE = "Change grade"
KEEP_GRADE = "Leave it"
NEXT = "Next question"
MORE = "More questions"
HINT = "Hint"
OUTLINE = "Outline"
ANSWER = "Answer"
WHOLE_ANSWER = "Whole answer"
EXAMPLE = "Example"
ANOTHER = "Another"
SIMPLER = "Simpler"
POINTS = "Points"
REPEAT = "Repeat"
MORE_OF_IT = "More"
STAR = "Star"
UNSTAR = "Unstar"
ASKED_FOR_REAL = "Asked me for real"
SOMETHING_WRONG = "Something is wrong"
SPLIT = "Split by points"
ASK_WHOLE = "Ask it as a whole"
KEEP = "Keep"
SHOW_POINT = "Show the point"
SAID_IT = "I said it"
MISSED_IT = "I missed it"
MY_VOICE = "My voice"
TRY_TABLES = "Test my app"
TRY_DRAWN = "Tables drawn: test my app"
COPY_CODE = "Copy code"
PICTURE = "Picture"
CODE_AS_FILE = "Code as a file"
TOPICS = "Other topics"
GO_ON = "Go on"
SOMETHING_NEW = "New"
LEAVE_IT = "Leave it"
SAME_AGAIN = "Same again"
ANOTHER_TOPIC = "Another topic"
WAS_ANSWER = "It was my answer"
I_MEANT = "I meant"

WELCOME = "One interview question at a time: you answer, look, grade yourself."
WELCOME_MORE = "I bring each back just before you forget it."
WELCOME_BACK = "Good to see you again. Everything is as you left it."
STOPPED = "All right, I am quiet. Your progress is kept. /start wakes me up."
PUT_AWAY = "Stopped. Go on whenever you like."
THANKS = "You are welcome."
HELLO = "Hello! Ready when you are."
OK = "Fine."
UNKNOWN_COMMAND = "I do not know that command. /help lists what I can do."
OPEN_QUESTION = "Your question is still open."
TAKE_YOUR_TIME = "Take your time: your question waits."
NOTED = "Noted."
KEPT = "Noted. It stands beside the model answer."
CHANGED = "Changed. It stands beside the model answer."
TOO_LATE = "Something else came in between, so it stays as it is."
GRADE_FIRST = "Grade this one first, then tap the other again."
SEARCH_AGAIN = "I no longer see what you searched for. Send /search again."
STARRED = "Starred. /starred lists what you have marked."
WAS_NOT_OPEN = "No question is open to do that with."
ANSWER_IS_THERE = "The answer is there already."
ALWAYS_ONE_BY_ONE = "One question a message: that is how I always do it."
NOT_UNDERSTOOD = "I did not get that. A question, perhaps?"
ONLY_TEXT = "I can only read text so far. Type your answer, or just say it aloud and look."
NOTES_KEPT = "Kept. /notes shows what you have."
ANSWER_KEPT = "Kept as your answer. I show it next time."
READ_AGAIN = "I had to read it again: what you dropped is back. Please look once more."
NOTES_HAVE_CHANGED = "Your notes have changed meanwhile. Please look once more."
NO_MORE_SUMMARIES = "No more summaries on Sundays. /progress, What is shown, brings them back."
OLD_BUTTON = "This button is from an earlier version. /next goes on."
INTERVIEW_GONE = "I do not know this interview any more. /interview shows what is ahead."
NOT_YOURS = "I do not know this question any more. /next goes on."
NOTHING_TO_UNDO = "There is nothing to undo."
NOTHING_TO_REDO = "There is nothing to redo."
ONLY_LAST = "Only the last step can be undone: /undo does that."
NEW_DAY = "It is a new day, so the dates have moved. Please grade again."
NOT_NOW = "That did not go out. Please tap again in a minute."
SORRY = "Sorry, something went wrong on my side. Please try again."
NOT_ALLOWED = "This bot is private. Its README tells how to run one for yourself."
REMOVED = "This question was taken out of the bank."
NOTES = "My notes"
FROM_EVERYTHING = "From everything"
WRITE_ANSWER = "Write an answer"
CHANGE_MY_ANSWER = "Change my answer"
NO_ANSWER_IN_NOTES = "Your notes have no answer to this one. Grade what you would have said."
ANSWER_HAS_CHANGED = "This answer has changed since you last graded it."
ANSWER_IS_PICTURE = "The answer is a picture: tap it below."
NO_ANSWER = "There is no answer in the file yet. Grade what you would have said."
YOU_SAID = "You said:"
NOTHING_MORE = "The file has nothing more on this question."
LEECH_KEPT = "It stays as it is."
LEECH_SPLIT = "From now on I ask it point by point, and you grade it as one."
LEECH_HIDDEN = "Hidden. /hidden brings it back."
VOICE_ABOVE = "Telegram does not let me send it, but it is here."
NO_OPEN_QUESTION = "That was not an answer: no question is open. A new one, perhaps?"
NO_OTHER_EXAMPLE = "That was the last example of this question."
NOT_IN_FILE = "The file has nothing of that kind for this question."
HOW_SURE = "How sure are you?"
HOW_CLEAR = "How clearly did you put it?"
CONFIDENCES = {
    Confidence.SURE: "Sure",
    Confidence.HALF: "Half",
    Confidence.NO_IDEA: "No idea",
}


def group_line(username: str) -> str:
    """Say, in a group, where the bot works."""
    return f"I work in private chats. Talk to me there: https://t.me/{username}"


def day(value: date, today: date) -> str:
    """Write a date as ``Tue 24 Nov``, with the year when it is another one."""
    year = f" {value.year}" if value.year != today.year else ""
    return f"{WEEKDAYS[value.weekday()]} {value.day} {_MONTHS[value.month - 1]}{year}"


def days_before(value: date, days: int) -> str:
    """Write the date that lies so many days before another."""
    return day(value - timedelta(days=days), value)


def short_day(value: date) -> str:
    """Write a date on a button: ``8 Dec``."""
    return f"{value.day} {_MONTHS[value.month - 1]}"


def clock(value: time) -> str:
    """Write a time of the day as ``09:00``."""
    return f"{value:%H:%M}"


def moment(value: datetime, zone: ZoneInfo) -> str:
    """Write an instant in the learner's zone: ``Tue 24 Nov, 09:00 (your time)``."""
    local = value.astimezone(zone)
    return f"{day(local.date(), local.date())}, {clock(local.time())} (your time)"


def interval(days: int) -> str:
    """Write a number of days on a button: today, 8 d, 5 mo, 1.4 y."""
    if days <= 0:
        return "today"
    if days < 100:  # noqa: PLR2004 - up to here the days themselves are short enough
        return f"{days} d"
    if days < 365:  # noqa: PLR2004 - days of a year
        return f"{round(days / 30.4)} mo"
    return f"{days / 365:.1f} y"


def shortened(text: str, most: int) -> str:
    """Cut a text to at most so many characters, after a word if one ends soon enough."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    words = kept if text[most - 1].isspace() else kept.rpartition(" ")[0]
    return (words if len(words) > most // 2 else kept).rstrip(" ,;:") + "…"


def count(number: int, thing: str, things: str = "") -> str:
    """Write a number of things: ``1 question``, ``3 questions``, ``2 memories``."""
    return f"{number} {thing}" if number == 1 else f"{number} {things or thing + 's'}"


def graded(grade: Grade, *, on: date, due: date | None, by_plan: bool = False) -> str:
    """Say what a grade on one study day has led to; without a day when a plan will choose it."""
    if due is None:
        return f"{GRADES[grade]}. Your plan brings it back when that helps most."
    if due == on:
        return f"{GRADES[grade]}. It comes back today, after a few others."
    again = "It comes back" if grade is Grade.AGAIN else "Again"
    return f"{GRADES[grade]}. {again} {'by' if by_plan else 'on'} {day(due, on)}."


def lost_track(track: str) -> str:
    """Say that the file of a chosen track is gone, and what that means."""
    name = track.replace("-", " ")
    return f"Your track ({name}) is no longer there, so I ask as if you had none."


def next_push(value: datetime | None, zone: ZoneInfo) -> str:
    """Say when the next daily question comes."""
    return f"Next: {moment(value, zone)}." if value else "No daily question is planned."
