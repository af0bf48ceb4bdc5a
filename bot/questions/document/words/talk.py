"""What people say around questions in a chat or an interview."""

from __future__ import annotations

import re
from typing import Final

from bot.questions.document.words.listed import listed

SMALL_TALK: Final = listed(
    "sure, certainly, of course, absolutely, got it, alright, great, okay, ok, no problem",
    "thanks",
    "thank you, hello, hi, hey, you're welcome, happy to help, exactly, memory updated",
    "understood, yes",
    "good luck, happy interviewing, feel free, let me know, does that help, does that clarify",
    "does this help, would you like, do you want me to, shall i, should i continue, want me to",
    "is there anything else, if you have any more, if you have any, hope this helps",
    "i hope this helps",
    "here are some, here are, here is a, here's a, below are, preparing for",
    "transcript unavailable",
    "let's continue, let's go, let's move, let's begin, let's start, let me continue",
    "are you ready",
    "конечно, хорошо, отлично, разумеется, спасибо, привет, здравствуйте, пожалуйста, понял",
    "понятно",
    "давай, давайте, вот несколько, ниже приведены, хотите, хочешь, нужно ли продолжить, удачи",
    "рад помочь",
    "claro, por supuesto, desde luego, gracias, hola, perfecto, de acuerdo, vale, entendido",
    "aquí tienes",
    "aquí están, a continuación, quieres que, te gustaría, ¿quieres que, ¿te gustaría",
    "espero que, suerte",
    "buenos días, buenas tardes, encantado, de nada, claro que sí, com certeza, natürlich, gerne",
    "当然, 好的, 没问题, 可以的, 谢谢, 你好, 您好, 以下是, 下面是, 希望对你, 需要我, 要不要我",
    "祝你, 还有什么, 明白了",
)
"""How a talk is kept going: it is neither a question of an interview nor part of an answer."""

CLOSINGS: Final = re.compile(
    r"\b(?:good luck|best of luck|happy (?:coding|learning|interviewing|studying|hacking|hunting)"
    r"|hope (?:this|these|it|you) (?:helps?|guide|list|find|found|enjoy)"
    r"|let me know (?:if|in)|feel free to (?:ask|reach|contribut|open|contact|add|star|fork|submit)"
    r"|would you like|do you want me to|want me to"
    r"|if you (?:have any (?:\w+ )?questions|found this|want me|would like me|like this)"
    r"|these (?:are|were) (?:just |only )?(?:some|a few|the most common)"
    r"|that'?s (?:it|all)(?: for| folks|[.!])|thank(?:s| you) for (?:reading|watching|visiting)"
    r"|(?:contributions|pull requests|prs) (?:are )?(?:always )?welcome|star this repo"
    r"|удачи|успехов (?:на|в|вам|тебе)|надеюсь,? (?:это|эт[аи]|вам|тебе|статья|список)"
    r"|спасибо за (?:внимание|чтение|просмотр)|если (?:у вас|у тебя|остались) [\w ]{0,20}вопрос"
    r"|(?:mucha|buena|te deseo) suerte|espero que (?:te|les|os|esto|esta|estas)"
    r"|mucho éxito|gracias por leer|si tienes (?:alguna |más )?(?:dudas?|preguntas?)|boa sorte"
    r"|espero que (?:ajude|tenha)|viel (?:erfolg|glück))"
    r"|\b(?:open|send|submit|create|abre|envía|manda|присылайте|открывайте)\b"
    r".{0,40}(?:pull request|\bPR\b|\bissue)"
    r"|欢迎.{0,10}(?:pr\b|star|issue|补充|指正|提交|贡献)|点个 ?star"
    r"|祝(?:你|您|大家|各位)|希望(?:这|对|以上|本)|感谢(?:阅读|观看)|谢谢(?:阅读|观看)"
    r"|如果(?:你|您)?(?:还有|有其他|需要更多|觉得)|以上就是|未完待续",
    re.IGNORECASE,
)
"""How a document takes its leave below its last answer."""

TALK_ABOUT_THE_TALK: Final = re.compile(
    r"\b((speak|talk|go|bit|little|more|too) slow(ly|er)?|slow(ly|er)? (down|please)|^slower"
    r"|go(ing)? (so |too )?fast|repeat (it|that|this|again|please|the question|your)"
    r"|(you|please|to) repeat\W*$"
    r"|(another|small|simple|short|this) example|one (second|minute|moment)"
    r"|(two|few|couple of) minutes|wait a|hear me|continue with|next (one|question)"
    r"|say (that|it) again"
    r"|where (were|was) (we|i)|mock (round|interview)|anyone (up|here|around)|same time"
    r"|can i (join|lurk|jump|start)|who('s| is) (up|next|first)|any volunteers"
    r"|где мы остановились|кто (первый|следующий)|кто хочет|готов[аы]?|можно присоединиться"
    r"|por dónde íbamos|quién (empieza|quiere)|listos?|puedo unirme"
    r"|more questions|(ready|shall we) (to )?(start|begin|continue)|questions? for the"
    r"|interview questions?|(top|give me|list of) \d+ (\w+ ){0,2}questions|top \d+ questions"
    r"|помедленнее|(говори\w*|чуть|немного) медленнее|повтори(те)?|ещ[её] раз|минут[ку]|слышно"
    r"|продолжим"
    r"|следующ\w+ вопрос"
    r"|más despacio|más lento|repetir|repite|un momento|un minuto|otro ejemplo|siguiente pregunta"
    r"|me (oyes|escuchas)|seguimos|continuamos)\b"
    r"|慢一点|再说一遍|重复|等一下|稍等|下一题|下一个问题|听得到|继续吗|能听到",
    re.IGNORECASE,
)
"""A question about the conversation itself."""

FILLERS: Final = listed(
    "yeah, yes, no, ok, okay, oh, hey, hi, hello, well, so, um, uh, hmm, right, alright, wait",
    "sorry",
    "actually, and, but, understood, fine, sure, great, good, cool, thanks, thank you, see",
    "one question actually, i have a question, i see, got it, please, anyway, now, ah, mm",
    "uh-huh, mm-hm, mhm, mm-hmm, go on, i understood",
    "yes i understood, nice, perfect, interesting",
    "привет, здравствуйте, добрый день",
    "да, нет, ок, окей, хорошо, ну, так, ладно, понятно, ясно, слушай, слушайте, скажи",
    "скажите, а, и, угу, отлично",
    "ага, продолжай, продолжайте",
    "супер, спасибо, здорово, итак, смотри, смотрите, вот, значит, короче",
    "hola, buenas",
    "sí, si, no, vale, bueno, bien, ok, okay, claro, perfecto, entonces, pues, oye, mira",
    "a ver, ah, gracias",
    "ajá, sigue, continúa, muy bien, de acuerdo, genial, y",
    "继续, 好的, 好, 嗯, 那, 那么, 对, 是的, 明白了, 哦, 行, 可以",
    "呃, 啊, 嗯嗯, 不错, 很好",
)
"""What a speaker says before the question begins."""

MOVING_ON: Final = re.compile(
    r"\b(next|first|second|third|last|another|one more|moving on|switching to|let's move|quick"
    r"|easy|hard|classic|homework|warm.?up)\b"
    r"|(^|\W)(следующ|перв|втор|последн|ещ[её] один|дальше|теперь|перейд|давай|поехали|разминк)"
    r"|\b(siguiente|primera|segunda|última|otra|pasemos|vamos con|ahora)\b"
    r"|下一|第一|第二|最后|接下来|再来|换个|继续",
    re.IGNORECASE,
)
"""How a short sentence leads on to the next question."""

LEADING_ON: Final = re.compile(
    r"(?:(?:ok|okay|and|so|well|now|alright|а|и|ну|так|y|bueno|vale|好|那)\W{1,2})?"
    r"(?:(?:the |your )?(?:first|second|third|next|last|another|one more|final) (?:one|question)"
    r"|question(?: \d+)?|next|first|last|and|also"
    r"|(?:перв|втор|трет|следующ|последн)\w+ вопрос|вопрос|дальше|следующий|первый|последний"
    r"|(?:primera|segunda|siguiente|última) pregunta|la siguiente|siguiente|última"
    r"|第[一二三]个问题|下一个问题|下一题|下一个|最后一个)[:：.,—–-]+\s*(?=\S)",
    re.IGNORECASE,
)
"""How the words before a colon or a stop lead on to a question in the same breath."""

SETTING_UP: Final = listed(
    "see, suppose, imagine, let's say, for example, like for example, say, assume, consider",
    "допустим, предположим, представь, например, смотри, supongamos, imagina, por ejemplo",
    "digamos, 比如, 假设, 例如",
)
"""How a speaker opens the situation a question is about."""

SITUATIONS: Final = listed(
    "you have, you are, you deploy, you get, you see, you need, your service, your team, there is",
    "there are, a user, users, a customer, a service, у вас, у тебя, есть, пользователь",
    "tienes, hay un, hay una, un usuario, un cliente, 你有, 有一个",
)
"""How a sentence opens that belongs to the question after it, rather than leads to it."""

MACHINES: Final = listed("chatgpt, claude, gemini, copilot, assistant, ai, bot, deepseek, gpt")
"""Names under which programs write, whose answers are documents of their own."""

REPHRASING: Final = listed("like, i mean, то есть, o sea, es decir, 就是说, 也就是说")
"""How a speaker puts a question again in other words."""

CHECKS: Final = re.compile(
    r"(,?\s*(right|correct|isn't it|is that right|am i right|верно|правильно|да|так"
    r"|¿?verdad|¿?no|¿?cierto|对吧|对吗|是吧)|,\s*(okay|ok|alright|ладно|хорошо|¿?vale))"
    r"\s*[?？]\W*$",
    re.IGNORECASE,
)
"""The end of a question that only wants to hear yes."""

THANKS: Final = re.compile(r"\b(thank|спасибо|gracias|danke|obrigad)|谢", re.IGNORECASE)
"""The words that end an exchange."""

ASKING_BACK: Final = re.compile(
    r"\b((do|did) you mean|you mean|in general or|(вы|ты) име(ете|ешь) в виду|(вы|ты) про"
    r"|в целом или"
    r"|(te|se) refieres?|quieres? decir|en general o)\b|[你您](是指|指的是|是说)",
    re.IGNORECASE,
)
"""How somebody who was asked asks what is meant."""
