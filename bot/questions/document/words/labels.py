"""Labels of questions, answers, fields and columns, and words for levels."""

from __future__ import annotations

from typing import Final

from bot.questions.document.words.listed import listed
from bot.questions.model import Level

QUESTION_LABELS: Final = listed(
    "q, que, ques, quest, question, interview question, sample question, interviewer, challenge",
    "interview q, exam question, exam q, typical question, common question",
    "practice question, possible question, вопрос с собеседования, вопрос на собеседовании",
    "вопрос на экзамене, типичный вопрос, pregunta de entrevista, pregunta de examen",
    "pregunta típica, 面试提问",
    "problem, problem statement, scenario, task, exercise, front, problem description",
    "task description, question text, the question, the task, the problem",
    "вопрос, в, задача, задание, интервьюер, питання, условие, условие задачи",
    "постановка задачи, текст вопроса, текст задачи, формулировка, формулировка вопроса",
    "enunciado, planteamiento, el problema, la pregunta, enunciado del problema",
    "题目描述, 题目内容, 问题描述, 题干",
    "pregunta, p, ejercicio, reto, entrevistador, entrevistadora, pergunta, entrevistadora",
    "frage, f, aufgabe, domanda, soru",
    "问, 问题, 题目, 题, 面试题, 面试官, 面试官问, 提问, 問題, 質問",
)
"""What stands before a question: ``Q:``, ``Question 3.``, ``Interviewer:``."""

INTERVIEWERS: Final = listed(
    "interviewer, интервьюер, entrevistador, entrevistadora, 面试官, 面试官问",
)
"""Those of them that name a person, who says more than the question."""

LOOSE_QUESTION_LABELS: Final = listed(
    "challenge, problem, problem statement, scenario, task, exercise, front, problem description",
    "task description, the task, the problem",
    "задача, задание, условие, условие задачи, постановка задачи, формулировка",
    "ejercicio, reto, aufgabe, enunciado, planteamiento, el problema, enunciado del problema",
    "题目描述, 题目内容, 问题描述",
)
"""Labels that also name parts of answers, and count only where a labelled answer follows."""

ANSWER_LABELS: Final = listed(
    "a, an, ans, answer, answers, the answer, short answer, sample answer, model answer",
    "expected answer, suggested answer, ideal answer, correct answer, my answer, your answer",
    "reference answer, reference solution, official solution, candidate answer, candidate solution",
    "candidate's answer, candidate's solution, expert answer, perfect answer",
    "решение кандидата, ответ кандидата, эталонное решение, эталонный ответ, ответ эксперта",
    "идеальный ответ, авторское решение, respuesta del candidato, solución del candidato",
    "respuesta modelo, respuesta ideal, solución de referencia, 候选人回答, 标准解答, 官方解答",
    "correct, correcta, correcto, correta, верно, правильно, richtig",
    "right answer, answer en, respuesta correcta, resposta correta, richtige antwort",
    "правильный ответ, верный ответ, мой ответ, подробный ответ, развернутый ответ, полный ответ",
    "正确答案, 详细答案, 标准答案, 参考解答, 简答, 详解, 面试回答, 面试答案, 核心答案, 标准回答",
    "simple answer, quick answer, detailed answer, best answer, possible answer, answer key",
    "solution, solutions, example solution, possible solution, sample solution, response",
    "candidate, interviewee, back, reply, show answer, view answer, click to reveal, reveal",
    "show solution, click to see answer, click here to see the answer, see answer, hint",
    "explanation, example answer, example response, sample response",
    "ответ, о, решение, краткий ответ, кандидат, показать ответ, пример ответа, соискатель",
    "відповідь, r, respuesta, solución, candidato, candidata, respuesta corta, ver respuesta",
    "resposta, resposta curta, solução, antwort, lösung, réponse, risposta, cevap",
    "mostrar respuesta",
    "答, 答案, 答：, 参考答案, 回答, 解答, 解析, 答案解析, 候选人, 点击查看答案, 查看答案",
    "参考回答, 答え, 回答要点",
)
"""What stands before an answer: ``A:``, ``**Answer**``, ``Ответ.``."""

ANSWER_KEYS: Final = listed(
    "answers, answer key, answer keys, solutions, keys, key, answers to questions",
    "answers to the questions, correct answers, ответы, ключи, ключ, решения, ответы на вопросы",
    "правильные ответы, respuestas, soluciones, clave de respuestas, respuestas correctas",
    "respostas, soluções, gabarito, antworten, lösungen, réponses, risposte",
    "答案, 参考答案, 解答, 正确答案, 答案与解析, 参考解答",
)
"""Titles of lists that answer questions by their numbers."""

BARE_ANSWER_LABELS: Final = listed(
    "a, an, ans, answer, the answer, ответ, о, respuesta, r, resposta, antwort, réponse, ?",
    "答, 答案, 回答",
)
"""Labels that need not be shown before an answer."""

SINGLE_LETTER_PAIRS: Final = {"q": "a", "p": "r", "в": "о", "f": "a"}
"""One letter is a label only in a document that also uses its partner."""

PARTS_OF_ANSWERS: Final = listed(
    "example, examples, note, notes, output, explanation, code, code example, syntax, usage",
    "summary, key points, key takeaway, key takeaways, takeaway, tip, tips, important, in short",
    "follow-up, follow up, follow-ups, follow-up questions, pros, cons, advantages",
    "disadvantages",
    "benefits, use cases, use case, steps, best practices, references, reference, resources",
    "source",
    "sources, further reading, read more, details, more info, tl;dr, tldr, result, demo, diagram",
    "why, how, when, what, how it works, why it matters, when to use, what they look for",
    "key features",
    "complexity, time complexity, space complexity, input, answer, answers, solution, hint",
    "hints",
    "real-world example, common mistakes, pitfalls, red flags, what to listen for, definition",
    "code snippet",
    "пример, примеры, примечание, важно, вывод, выводы, итог, итоги, итого, пояснение, подробнее",
    "источник",
    "источники",
    "ссылки, полезные ссылки, плюсы, минусы, преимущества, недостатки, код, ответ, решение",
    "дополнительно",
    "ejemplo, ejemplos, nota, notas, salida, explicación, resumen, ventajas, desventajas",
    "código, respuesta",
    "consejo, consejos, referencias, fuente, fuentes, exemplo, exemplos, resposta, explicação",
    "beispiel, hinweis, antwort, erklärung, vorteile, nachteile, quelle",
    "示例, 例子, 例如, 举例, 注意, 注意事项, 总结, 小结, 说明, 代码, 代码示例, 优点, 缺点",
    "优缺点, 参考, 参考资料, 参考链接",
    "原理, 原因, 步骤, 答案, 解析, 答, 扩展, 拓展, 延伸, 追问, 补充, 参考文章, 适用场景",
    "应用场景",
)
"""Titles of pieces of an answer, which never are questions or topics of their own."""

PARTS_BESIDES_ANSWERS: Final = PARTS_OF_ANSWERS - listed(
    "answer, answers, solution, ответ, решение, respuesta, resposta, antwort, 答案, 答, 解析"
)
"""The same without the answer itself."""

LEVEL_WORDS: Final[dict[str, Level]] = {
    **dict.fromkeys(
        listed(
            "junior, beginner, beginners, basic, basics, easy, fresher, freshers, entry",
            "entry-level",
            "fundamental, fundamentals, entry level, jr, novice, intro, начальный, базовые",
            "базовый, джуниор",
            "джун, легкий, лёгкий, простые, новичок, легко, basico, básico, básicas, básicos",
            "principiante",
            "fácil, fáciles, principiantes, facil, einfach, leicht, anfänger, grundlagen",
            "初级, 基础, 简单, 入门, 初阶, 🟢, 👶, ⭐, ★, 🌱, 🐣",
        ),
        Level.JUNIOR,
    ),
    **dict.fromkeys(
        listed(
            "middle, mid, mid-level, intermediate, medium, moderate, midlevel, средний",
            "средние, мидл, средняя",
            "intermedio, intermedios, intermedia, intermedias, medio, media, mittel",
            "fortgeschrittene",
            "médio, média, intermediário, 中级, 中等, 进阶, 中阶, 🟡, ⭐⭐, ★★, 🟠",
        ),
        Level.MIDDLE,
    ),
    **dict.fromkeys(
        listed(
            "senior, advanced, expert, hard, difficult, experienced, tricky, lead, staff, sr",
            "principal",
            "сеньор, продвинутые, продвинутый, сложные, сложный, сложно, эксперт, трудный",
            "avanzado, avanzados, avanzada, avanzadas, difícil, difíciles, experto, avançado",
            "avançadas",
            "schwer, schwierig, experte, 高级, 困难, 高阶, 专家, 资深, 难, 🔴, 🚀, ⭐⭐⭐, ★★★",
            "⭐⭐⭐⭐, ⭐⭐⭐⭐⭐",
        ),
        Level.SENIOR,
    ),
}
"""A stated difficulty, and who is usually asked so."""

LEVEL_LABELS: Final = listed(
    "level, difficulty, difficulty level, complexity level, seniority, grade, target level",
    "уровень, сложность, грейд, nivel, dificultad, nível, dificuldade, niveau, schwierigkeit",
    "schwierigkeitsgrad, 难度, 级别, 等级, 难易度",
)

FIELD_LABELS: Final = LEVEL_LABELS | listed(
    "tags, tag, topic, topics, category, categories, company, companies, asked in, asked at",
    "frequency",
    "source, importance, type, теги, тема, категория, этап, etiquetas, tema, categoría",
    "etiqueta, frecuencia",
    "标签, 分类, 频率, 来源, 公司, 考察点, 考点, 类型",
)
"""What a line about a question states, before its answer begins."""

COLUMN_NAMES: Final = {
    "question": listed(
        "question, questions, q, interview question, вопрос, вопросы",
        "pregunta, preguntas, pergunta, perguntas, frage, fragen, 问题, 题目, 面试题, 问, 質問",
        "面试问题",
        "question title, питання, question text, ques, ques., question(s), preg, preg.",
    ),
    "answer": listed(
        "ans, ans., answer(s), resp, resp., отв, отв.",
        "answer, answers, a, back, solution, response, definition, sample answer, explanation",
        "ответ, ответы, respuesta, respuestas, resposta, respostas, antwort, antworten, 答案",
        "回答",
        "参考答案, 答, 解答, 解析, model answer, оборотная сторона, reverso, відповідь",
        "key points, answer text, my answer, what i said, what i answered, your answer",
        "solutions, my solution, мой ответ, что я ответил, что ответил, как я ответил, решение",
        "mi respuesta, qué contesté, qué respondí, lo que contesté, lo que respondí, solución",
        "minha resposta, o que respondi, solução, meine antwort, lösung, 我的回答, 我的答案, 题解",
        "key points, answer text, short answer, brief answer, quick answer, best answer",
        "expected answer, correct answer, right answer, possible answer, ideal answer, my answer",
        "краткий ответ, короткий ответ, правильный ответ, верный ответ, ожидаемый ответ",
        "мой ответ, respuesta corta, respuesta breve, respuesta correcta, respuesta esperada",
        "mi respuesta, resposta curta, resposta correta, kurze antwort, richtige antwort",
        "简答, 简短回答, 标准答案, 正确答案, 参考回答, 我的回答",
    ),
    "topic": listed(
        "topic, category, section, area, subject, deck, module, chapter, domain, tema, тема",
        "тег, теги, tag, tags, etiqueta, etiquetas",
        "категория",
        "раздел, categoría, sección, categoria, kategorie, thema, bereich, 分类, 主题, 类别",
        "模块, 知识点",
    ),
    "level": listed(
        "level, difficulty, seniority, grade, уровень, сложность, nivel, dificultad, nível",
        "难度, 级别, 等级",
        "schwierigkeit, niveau, dificuldade",
    ),
    "task": listed(
        "problem, problems, problem name, problem title, task, task name, challenge, exercise",
        "задача, название задачи, задание, задачи, упражнение",
        "problema, ejercicio, reto, nombre del problema, desafío, desafio, exercício, aufgabe",
        "题名, 题目名称, 算法题, 練習問題",
    ),
    "title": listed(
        "title, name, название, заголовок, título, nombre, titel, nome, 标题, 名称",
    ),
    "owner": listed(
        "owner, assignee, responsible, assigned to, raised by, due, due date, deadline, eta",
        "ответственный, исполнитель, срок, дедлайн, кто отвечает, кому",
        "responsable, asignado a, encargado, fecha límite, plazo, responsável, prazo",
        "verantwortlich, zuständig, frist, 负责人, 责任人, 跟进人, 截止日期, 截止时间",
    ),
    "front": listed(
        "front, prompt, card, term, лицевая сторона, anverso, термин, término, 术语",
    ),
    "number": listed(
        "#, no, no., nr, nr., number, id, s.no, s.no., sno, sl.no, №, n, n.º, nº, 序号, 编号",
        "sr. no., sr no",
    ),
}
"""What the head of a table calls its columns; tasks and their titles may be something else, too."""
