"""What people type or say -> what they ask for; or nothing, and then it is an answer.

``request``    the values: words, paces, sets, and what is not sure;
``reading``    reads a whole message;
``subjects``   what a bank can be asked about, by all its names (`names.txt`);
``phrases``    sentences that are one phrase, ``words`` the phrases themselves (`words.txt`);
``wishes``     takes "20 python junior to middle" apart, ``asking`` makes a request of it;
``matching``   finds the subject that words mean, ``closeness`` how near two spellings are.
"""

from bot.study.requests.phrases import exact
from bot.study.requests.reading import named_in, read
from bot.study.requests.request import Pace, Reading, Request, Same, Set, Subject, Unsure, Word
from bot.study.requests.subjects import Subjects, synonyms
from bot.study.requests.subjects import of as subjects_of

__all__ = [
    "Pace",
    "Reading",
    "Request",
    "Same",
    "Set",
    "Subject",
    "Subjects",
    "Unsure",
    "Word",
    "exact",
    "named_in",
    "read",
    "subjects_of",
    "synonyms",
]
