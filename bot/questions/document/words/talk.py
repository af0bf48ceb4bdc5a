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
    "do you want to, shall we, ready for, ready to, want to, which one would you",
    "what would you like, your turn",
    "is there anything else, if you have any more, if you have any, hope this helps",
    "i hope this helps",
    "here are some, here are, here is a, here's a, below are, preparing for",
    "transcript unavailable",
    "want a, want another, quieres una, quieres otra, хочешь ещё",
    "let's continue, let's go, let's move, let's begin, let's start, let me continue",
    "are you ready",
    "конечно, хорошо, отлично, разумеется, спасибо, привет, здравствуйте, пожалуйста, понял",
    "понятно",
    "давай, давайте, вот несколько, ниже приведены, хотите, хочешь, нужно ли продолжить, удачи",
    "продолжим, продолжаем, идём дальше, идем дальше, готов к, готова к, готовы, поехали, твой ход",
    "рад помочь",
    "claro, por supuesto, desde luego, gracias, hola, perfecto, de acuerdo, vale, entendido",
    "aquí tienes",
    "aquí están, a continuación, quieres que, te gustaría, ¿quieres que, ¿te gustaría",
    "espero que, suerte, seguimos, continuamos, vamos con, listo para, lista para, listos, te toca",
    "buenos días, buenas tardes, encantado, de nada, claro que sí, com certeza, natürlich, gerne",
    "当然, 好的, 没问题, 可以的, 谢谢, 你好, 您好, 以下是, 下面是, 希望对你, 需要我, 要不要我",
    "good question, great question, хороший вопрос, отличный вопрос, buena pregunta, 好问题",
    "要继续, 继续吗, 准备好, 我们继续, 轮到你",
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
    r"|(?:mucha|buena|te deseo) suerte|eso es todo|на этом (?:всё|все)"
    r"|espero que (?:te|les|os|esto|esta|estas)"
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
    r"|(another|small|simple|short|this) example|one (second|sec|minute|moment)"
    r"|(give me|just) a (second|sec|minute|moment)"
    r"|(two|few|couple of) minutes|wait a|hear (me|that|this)|see (me|my screen)|continue with"
    r"|next (one|question)|is it recording|are (we|you) recording|sharing my screen"
    r"|say (that|it) (\w+ ){0,3}again|when you('re| are) ready"
    r"|where (were|was) (we|i)|mock (round|interview)|anyone (up|here|around)|same time"
    r"|can i (join|lurk|jump|start)|who('s| is) (up|next|first)|any volunteers"
    r"|где мы остановились|кто (первый|следующий)|кто хочет|готов[аы]?|можно присоединиться"
    r"|por dónde íbamos|quién (empieza|quiere)|listos?|puedo unirme"
    r"|more questions|(ready|shall we) (to )?(start|begin|continue)|questions? for (the|me|us)"
    r"|any questions|(ten|five|few|some|\d+) more( (questions?|ones?))?( for|( please)?\W*$)"
    r"|interview questions?|(top|give me|list of) \d+ (\w+ ){0,2}questions|top \d+ questions"
    r"|слышишь|вопрос\w* (ко?|для) (мне|нам|меня|нас)|запись (идёт|идет|пошла)|идёт запись"
    r"|preguntas? para (mí|nosotros)|alguna pregunta|se (oye|graba)|está grabando"
    r"|помедленнее|(говори\w*|чуть|немного) медленнее|повтори(те)?|ещ[её] раз|минут[ку]|слышно"
    r"|продолжим"
    r"|следующ\w+ вопрос"
    r"|más despacio|más lento|repetir|repite|un momento|un minuto|otro ejemplo|siguiente pregunta"
    r"|me (oyes|escuchas)|seguimos|continuamos)\b"
    r"|慢一点|再说一遍|重复|等一下|稍等|下一题|下一个问题|听得到|继续吗|能听到"
    r"|听见|录音|(想|要)问(我|我们)的|还有.{0,6}问题",
    re.IGNORECASE,
)
"""A question about the conversation itself."""

FILLERS: Final = listed(
    "yeah, yes, no, ok, okay, oh, hey, hi, hello, well, so, um, uh, hmm, right, alright, wait",
    "sorry",
    "actually, and, but, understood, fine, sure, great, good, cool, thanks, thank you, see",
    "one question actually, i have a question, i see, got it, please, anyway, now, ah, mm",
    "uh-huh, mm-hm, mhm, mm-hmm, go on, i understood",
    "yes i understood, nice, perfect, interesting, mm hmm, very good, love it, awesome, excellent",
    "exactly, correct, makes sense, fair enough, that's right, that's correct, sounds good",
    "good one, if you like, if you want, go ahead, up to you",
    "good answer, well done, not bad, kidding, just kidding",
    "привет, здравствуйте, добрый день, народ, ребят, ребята, коллеги, друзья, всем привет",
    "guys, folks, everyone, hi all, hi everyone, team, chicos, gente, equipo, hola a todos",
    "还行, 还好, 请问各位大佬, 请问大家, 请问一下, 大家好, 各位, 请问, 各位大佬, 大佬们",
    "да, нет, ок, окей, хорошо, ну, так, ладно, понятно, ясно, слушай, слушайте, скажи",
    "скажите, а, и, угу, отлично",
    "ага, продолжай, продолжайте",
    "супер, спасибо, здорово, итак, смотри, смотрите, вот, значит, короче, верно, правильно, точно",
    "класс, неплохо, молодец, принято, логично, прекрасно, замечательно, очень хорошо, всё верно",
    "э, эм, ээ, ммм, м, так хорошо, ну хорошо, ну ладно, шучу",
    "можно коротко, можно кратко, если хочешь, если хотите, как хочешь, как хотите",
    "hola, buenas",
    "sí, si, no, vale, bueno, bien, ok, okay, claro, perfecto, entonces, pues, oye, mira",
    "a ver, ah, gracias",
    "ajá, sigue, continúa, muy bien, de acuerdo, genial, y, exacto, correcto, excelente, eso es",
    "estupendo, eh, este, em, es broma, buena respuesta, me gusta",
    "como quieras, como quiera, si quieres, adelante",
    "继续, 好的, 好, 嗯, 那, 那么, 对, 是的, 明白了, 哦, 行, 可以",
    "呃, 啊, 嗯嗯, 不错, 很好, 非常好, 没错, 对的, 正确, 很棒, 开玩笑的, 了解, ok",
)
"""What a speaker says before the question begins."""

MOVING_ON: Final = re.compile(
    r"\b(next|first|second|third|last|another|one more|moving on|switching to|let['’]?s|quick"
    r"|easy|hard|classic|homework|warm.?up|a (bit|little) (of|about|on)|on to|back to)\b"
    r"|(^|\W)(следующ|перв|втор|последн|ещ[её] один|дальше|теперь|перейд|давай|поехали|разминк"
    r"|немного (о|об|про|по)\b|чуть-чуть|поговорим|начн[её]м|ид[её]м)"
    r"|\b(siguiente|primera|segunda|última|otra|pasemos|vamos|ahora|hablemos|empecemos|veamos"
    r"|un poco de)\b"
    r"|下一|第一|第二|最后|接下来|再来|换个|继续|我们来|聊聊|先来|来看|开始",
    re.IGNORECASE,
)
"""How a short sentence leads on to the next question."""

REACTIONS: Final = re.compile(
    r"\b(?:right|correct|good|great|nice|perfect|answer|then|scenario"
    r"|правильно|верно|отлично|хорошо|ответ|тогда|ситуация|кейс"
    r"|bien|correcto|perfecto|respuesta|entonces|escenario)\W*$|(?:不错|很好|正确|回答得.{0,3})\W*$",
    re.IGNORECASE,
)
"""How a short sentence ends that judges an answer, or leads on: "Short and right."."""

LEANING: Final = re.compile(
    r"\W*(?:(?:so|and|ok|okay|а|и|ну|так|y|e|pero|entonces|那|那么)\W{1,2})?"
    r"(?:why|how|how come|why(?:['’]?s| is) that|how is that(?: possible)?"
    r"|walk me through (?:it|that)"
    r"|what(?:['’]?s| is) (?:going on|wrong|happening|the problem)|what happened"
    r"|what (?:do|would|will|could|should) you (?:do|check|look at|say)(?: (?:first|next|now))?"
    r"|how (?:do|would|will) you (?:debug|investigate|fix|solve|approach|handle) (?:it|this|that)"
    r"|почему|как|зачем|в ч[её]м (?:дело|проблема|причина)"
    r"|что (?:случилось|происходит|не так|делать)"
    r"|(?:что|как) (?:ты |вы )?(?:будешь|будете|сделаешь|сделаете)(?: делать| искать| проверять)?"
    r"|(?:твои|ваши) действия|с чего (?:начн[её]шь|начн[её]те)|куда (?:посмотришь|смотришь)"
    r"|por qué|cómo"
    r"|qué (?:pasa|pasó|ocurre|sucede|haces|harías|hacemos|hago|revisas|miras)(?: primero)?"
    r"|cómo (?:lo|la) (?:resuelves|resolverías|investigas|arreglas|depuras)|a qué se debe"
    r"|为什么|怎么(?:办|回事|排查|处理|解决)|如何(?:排查|处理|解决)|你(?:会)?怎么(?:做|办|排查|处理)"
    r"|(?:可能)?(?:是)?什么原因)\W*",
    re.IGNORECASE,
)
"""Questions about what was said right before them, which name no subject of their own."""

LEADING_ON: Final = re.compile(
    r"(?:(?:ok|okay|and|so|well|now|alright|yeah|um|uh|а|и|ну|так|y|bueno|vale|好|那)\W{1,2}){0,3}"
    r"(?:(?:the |your )?(?:first|second|third|next|last|another|one more|final) (?:one|question)"
    r"|question(?: \d+)?|next|first|last|and|also"
    r"|(?:перв|втор|трет|следующ|последн)\w+ вопрос|вопрос|дальше|следующий|первый|последний"
    r"|(?:primera|segunda|siguiente|última) pregunta|la siguiente|siguiente|última"
    r"|第[一二三]个问题|下一个问题|下一题|下一个|最后一个)[:：.,—–-]+\s*(?=\S)",
    re.IGNORECASE,
)
"""How the words before a colon or a stop lead on to a question in the same breath."""

LET_US: Final = re.compile(r"(?:好的?|那么?|接下来)?(?:我们|咱们)")
"""How a sentence opens in Chinese that leads on, although its verb could ask."""

PRACTISING: Final = re.compile(
    r"\binterview|\bmock\b|\bquiz|\bexam\b|flash ?card|собес|интервью|экзамен|тренировк"
    r"|entrevista|examen|simulacro|面试|面試|八股|考试",
    re.IGNORECASE,
)
"""What people say who talk in order to learn, or about an interview."""

KNOWLEDGE: Final = re.compile(
    r"\bwhat(?:['’]?s| is| are| does| do| happens)\b(?! (?:the )?(?:status|plan|eta|up|next|new"
    r"|left|deadline|time|wrong|going|your|our|everyone|dress|address|weather))"
    r"|\bhow (?:does|do(?! we| you (?:get|feel|come))|would|is|are (?!you|we|things)|can (?!we))"
    r"|\bwhy (?!are we|did)"
    r"|\bwhen (?:would|do you|should)|\bdifferen|\b(?:vs|versus)\b"
    r"|\b(?:explain|describe|define|compare|implement)\b|\bwalk me\b"
    r"|\btell me (?:about|what|how|why)"
    r"|что такое|что (?:делает|происходит|будет|значит|выведет)|чем .{0,30}отлича"
    r"|как (?:работа|устроен|реализ|выбра|защит|измер)|\b(?:зачем|почему)\b"
    r"|для чего|разниц|расскажи|объясни|опиши|какие|какой|когда (?:нуж|стоит|использ)"
    r"|\bqué (?:es|son|hace|pasa|ocurre|significa|diferencia)\b|cómo (?:funciona|se |harías|evita)"
    r"|\b(?:por|para) qué\b|diferencia|expl[ií]ca|descr[ií]be|cuándo (?:usar|conviene|se)"
    r"|什么是|是什么|什么意思|区别|原理|为什么|怎么(?:实现|工作|解决|保证|排查|做)|如何|说说|讲讲|解释|介绍一下",
    re.IGNORECASE,
)
"""How people ask for what another knows, rather than for news or a favour."""

EXPLAINING: Final = re.compile(
    r"\bwhat(?: is|['’]?s) (?:an? |the difference)|\bwhat does .{1,40}\b(?:do|mean)\b"
    r"|\bdifference between\b|\bhow (?:does|do) .{1,60}\b(?:works?|differ)\b|\bwhy does\b"
    r"|что такое|что (?:делает|выведет|значит)|чем .{0,30}отлича|в ч[её]м (?:разница|отличие)"
    r"|как (?:работает|устроен)|\b(?:зачем|для чего) нуж|\bqué (?:es|son|hace|significa)\b"
    r"|cuál es la diferencia|\ben qué se diferencia|cómo funciona|\bpara qué sirve"
    r"|什么是|是什么(?!时候)|什么区别|的区别|原理|为什么",
    re.IGNORECASE,
)
"""How somebody asks for an explanation that does not depend on who asks, or on the day."""

INVITING: Final = re.compile(
    r"\b(?:want|ready|tired|looking|dreaming|interested|need help|do you like|who wants|anyone)\b"
    r"|хочешь|хотите|хочется|готовы?\b|устали?\b|мечта|надоело|ищешь|ищете|кто хочет|интересно\?"
    r"|quieres|quieren|buscas|cansad[oa]|te gustaría|listos?\b|想要|想不想|要不要|还在为|有没有人",
    re.IGNORECASE,
)
"""How a post asks that wants to sell something, or company."""

FORWARDED: Final = re.compile(
    r"[\W_]*(?:forwarded (?:from|message)|переслано (?:от|из)|пересланное сообщение"
    r"|reenviado (?:de|por)|转发自|转发)\b",
    re.IGNORECASE,
)
"""How a chat marks what somebody passed on."""

NOTICES: Final = re.compile(
    r"\[(?:in reply to|replying to|reply to|voice message|audio|sticker|photo|video|file|poll"
    r"|в ответ на|голосовое сообщение|стикер|фото|видео|файл|кружок|en respuesta a|mensaje de voz"
    r"|audio|foto|vídeo|archivo|回复|语音|图片|视频|文件|表情)[^\[\]]{0,60}\]"
    r"|<[^<>]{0,30}\b(?:omitted|omitid[oa]s?|omis|ausgeschlossen|без медиа\w*)>"
    r"|<[^<>]{0,20}省略[^<>]{0,9}>"
    r"|(?:this message was deleted|you deleted this message|данное сообщение удалено"
    r"|(?:se eliminó|eliminaste) este mensaje|此消息已删除)\.?",
    re.IGNORECASE,
)
"""What a chat says about a message, in brackets or in its place."""

EXAMPLES: Final = listed(
    "see, for example, like for example, например, por ejemplo, 比如, 例如",
)
"""How somebody opens an example of what they ask about, and then asks again."""

NEXT_COMES: Final = re.compile(
    r"^.{0,60}?\b(?:(?:the |my )?(?:first|second|third|next|last|another) (?:one|question)(?: is)?"
    r"|(?:перв|втор|трет|следующ|последн)\w+ вопрос"
    r"|(?:primera|segunda|siguiente|última|próxima) pregunta(?: es)?)[ ]+(?=\w)",
    re.IGNORECASE,
)
"""How words lead on to a question that goes on without a mark or a stop."""

SITUATIONS: Final = listed(
    "you have, you are, you deploy, you get, you see, you need, your service, your team, there is",
    "there are, a user, users, a customer, a service, у вас, у тебя, есть, пользователь",
    "tienes, hay un, hay una, un usuario, un cliente, 你有, 有一个",
    "suppose, imagine, let's say, say, assume, consider, picture, pretend, given",
    "допустим, предположим, представь, представьте, пусть, дано, supongamos, imagina, imaginemos",
    "imagínate, imagine, digamos, pongamos, dado, dada, 假设, 假如, 如果, 给定, 现在有, 有这样",
)
"""How a sentence opens that belongs to the question after it, rather than leads to it."""

SOUNDS: Final = listed(
    "yeah, yes, yep, ok, okay, um, uh, uhm, hmm, oh, hey, well, alright, right, cool, nice, great",
    "good, perfect, awesome, sure",
    "ну, так, ок, окей, хорошо, ладно, угу, ага, эм, э, слушай, да, давай, отлично, супер, понятно",
    "ясно, верно, класс, bueno, vale, pues, claro, eh, oye, bien, genial, perfecto",
    "嗯, 好, 那, 好的",
)
"""Those fillers behind which machines that write down speech put no comma."""

MACHINES: Final = listed(
    "chatgpt, claude, gemini, copilot, assistant, ai, bot, deepseek, gpt, gpt-4, gpt-4o, gpt-5",
    "grok, perplexity, mistral, le chat, qwen, kimi, gigachat, yandexgpt, llama",
    "ai assistant, assistent, ассистент, помощник, бот, ии, нейросеть, asistente, ia, assistente",
    "助手, ai助手, 豆包, 通义千问, 文心一言, 元宝",
)
"""Names under which programs write, whose answers are documents of their own."""

PERSONS: Final = listed(
    "you, user, human, me, вы, ты, я, пользователь, человек, tú, usted, usuario, yo, du, ich",
    "você, vous, 你, 您, 我, 用户, has dicho, dijiste, tú dijiste, du hast gesagt, vous avez dit",
)
"""What the one is called in a chat who talks to a program."""

SAYS: Final = "said|сказали?|dijo|ha dicho|hat gesagt|a dit|disse|说"
"""How a chat says who speaks."""

WANTS_A_QUIZ: Final = re.compile(
    r"\b(?:(?:quiz|test|grill|examine|interview) me\b|ask me (?:\w+ ){0,3}questions?\b"
    r"|(?:погоняй|поспрашивай|проверь|проэкзаменуй|поэкзаменуй|прособеседуй) меня"
    r"|задавай мне вопросы|задай мне (?:\w+ ){0,2}вопрос"
    r"|(?:examíname|evalúame|entrevístame|ponme a prueba|hazme (?:\w+ ){0,2}preguntas?))"
    r"|考考我|考我|面试我|提问我|测试我|问我(?:几|一些|\d).{0,6}题?",
    re.IGNORECASE,
)
"""How a person asks a program to ask, at the end of what they say."""

LEADING_TO_A_QUIZ: Final = re.compile(
    r"(?:[\s,;.，。]|\b(?:and|then|now|please|can you|could you|а|и|потом|теперь|давай|можешь|y"
    r"|luego|después|ahora|puedes)\b|然后|现在|请|你来?)+$",
    re.IGNORECASE,
)
"""The words before that."""

PASSES: Final = listed(
    "pass, skip, idk, i don't know, no idea, dunno, not sure, next, don't know, hint",
    "пас, пропуск, не знаю, хз, дальше, без понятия, пропустим, понятия не имею",
    "paso, no sé, no lo sé, ni idea, siguiente, no me acuerdo",
    "不知道, 不会, 跳过, 下一题, 不清楚, 过, 不太清楚",
)
"""How somebody says that they have no answer."""

PASSES_BY: Final = re.compile(
    r"\b(?:i don['’]?t know|dunno|no idea|no s[eé]|ni idea|не знаю|без понятия)\b|不知道",
    re.IGNORECASE,
)
"""How words go on that ask nobody: "no idea what that is"."""

ASKED_LATE: Final = re.compile(
    r"\b(?:what for|when to use|when which|which when|зачем|почему|для чего|когда что|что когда"
    r"|(?:por |para )?qué|cómo|cuándo|cuál(?:es)?)\b|怎么选|什么时候用|干嘛用|有什么用|干什么的",
    re.IGNORECASE,
)
"""How a few words ask that name their subject first: "indexes, what for"."""

WITHOUT_ACCENTS: Final = re.compile(
    r"(?:que|como|cuando|cual(?:es)?|donde|(?:por|para) que|cuant[oa]s?) \w", re.IGNORECASE
)
"""How questions open in Spanish that are typed in haste."""

LAUGHTER: Final = re.compile(
    r"\W*(?:(?:[jh][aeiou]){2,}[jh]?|(?:[ах]{3,}|(?:хе){2,})|l+o+l+|lmao|rofl|(?:rs|kk){2,}|哈{2,})"
    r"(?:\W+\w+){0,3}\W*$",
    re.IGNORECASE,
)
"""How somebody laughs, with a word or two behind it."""

ADDING: Final = re.compile(
    r"\+[ ]?\w|(?:and|also|plus|y|además|también|и|а|ещё|еще|плюс|также|e|além disso)\b[ ,]"
    r"|还有|另外|以及|再加",
    re.IGNORECASE,
)
"""How somebody adds to what another has answered."""

OF_ASKING: Final = re.compile(
    r"question|interview|\bask|вопрос|собес|спраш|спрос|pregunta|entrevista|问题|面试|题",
    re.IGNORECASE,
)
"""What people say who want to hear questions, rather than an answer."""

AGAIN: Final = re.compile(
    r"\b(?:repeat|once more|(?:say|explain) (?:that|it) (?:\w+ ){0,3}again)\b|\bповтори|ещ[её] раз"
    r"|\brep[ií]te|otra vez|再说一遍|再讲一遍|再解释|重复",
    re.IGNORECASE,
)
"""How somebody asks to hear the same again."""

COMPARING: Final = re.compile(r"\w\W*\s(?:vs\.?|versus)\s\W*\w", re.IGNORECASE)
"""How two things are put side by side, which asks in what they differ."""

SCORES: Final = re.compile(
    r"\d ?/ ?\d|\d ?%|\bscore|\bresults?\b|оценка|балл|результат|итог"
    r"|puntuaci[oó]n|puntos|resultado|得分|评分|总分|总结",
    re.IGNORECASE,
)
"""What a title contains that sums up how somebody did."""

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

REMARKS: Final = re.compile(
    r"\b(?:i (?:said|had|did|got|was|could|forgot|knew)|no idea|failed|nailed|blanked|messed|went"
    r"|didn.?t know|did not know|they (?:liked|wanted|did|were|asked)|easy one|got it wrong)\b"
    r"|\b(?:не (?:ответил|смог|знал|вспомнил)|завалил|поплыл|ответил|затупил|забыл|спросили|легко)"
    r"|\b(?:no (?:supe|record[eé]|me acord)|fall[eé]|me (?:sali[oó]|preguntaron|qued[eé]|li[eé]))"
    r"|追问|没答|没写|没做|没抓|没想|不会|不太会|答得|答出|秒了|八股|面试官|自己|写错|忘了|卡住|凉",
    re.IGNORECASE,
)
"""What the writer says behind a question about how it went, rather than what answers it."""
