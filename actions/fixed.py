"""Fixed answers: small talk, what is not covered, and matters that need a human being."""

from __future__ import annotations

from actions.reply import Button, Kind
from knowledge.base import KnowledgeBase

_COVERED = "account management and sales roles"

SMALLTALK: dict[str, str] = {
    "greet": (
        "Hello! I'm a career coach for account management and sales. Ask me about a role, its "
        "pay, the skills it takes or the way up."
    ),
    "thank": "You're welcome! Is there anything else about your career you'd like to know?",
    "goodbye": "Goodbye, take care, and good luck with your career!",
    "how_are_you": (
        "All is well here, thank you, as far as that goes for a bot. What would you like to know "
        "about careers in account management or sales?"
    ),
    "praise": "Thank you, glad it helps! What would you like to look at next?",
    "affirm": "Good. What would you like to know? You can pick a question below or type your own.",
    "deny": "All right. Just ask when you'd like to know something else.",
    "ask_capabilities": (
        "I answer questions about careers in account management and sales, from the documents I "
        "was given, and I name the source each time. For example:\n"
        "- what a role does, needs and earns\n"
        "- how two roles differ\n"
        "- the career path, promotion and other moves\n"
        "- KPIs, challenges, tips, industries and trends\n"
        "- what you still lack for a role, your next step or a plan, once you tell me about "
        "yourself\n\n"
        "What the documents don't say, I don't make up."
    ),
    "ask_bot_identity": (
        "I'm a bot: a career coach in software, not a human being. My answers come from a "
        "knowledge base built from documents about account management and sales."
    ),
    "ask_maker": (
        "I'm a career coach bot, made by the team that runs this service. I can't tell you more "
        "about them; I know the documents on account management and sales that I answer from."
    ),
    "ask_information_source": (
        "From a knowledge base that was written from documents (articles about account management "
        "and sales roles). I don't search the internet and no language model makes up my "
        "answers; each one names its document and section:\n{documents}"
    ),
    "stop_check_in": (
        "There is nothing running that I could stop. Just ask when you'd like to know something."
    ),
    "skip_question": "All right, nothing is left open here. What would you like to know?",
    "complain": (
        "I'm sorry that didn't help. Please put the question another way, with the role you mean, "
        "and I'll try again. If the documents don't cover it, I'll say so."
    ),
    "abuse": (
        "I understand this is frustrating. I'm here to help with questions about careers in "
        "account management and sales whenever you like."
    ),
}

NOT_COVERED: dict[str, str] = {
    "out_job_openings": (
        "I can't help with open positions: the documents I know don't list any. I can tell you "
        f"what {_COVERED} ask for, so that you can judge an opening."
    ),
    "out_application_help": (
        "I can't write or rehearse applications: CVs, letters and interviews are not in the "
        "documents I know. They do tell what a role asks for, which may help you prepare."
    ),
    "out_learning_resources": (
        "The documents I know recommend no books, courses or certificates. They do tell which "
        "skills and qualifications the roles ask for."
    ),
    "out_numbers": (
        "The documents I know give no figure for that, and I don't want to guess. Ask me about "
        f"what they do cover of {_COVERED}, such as salary ranges or years of experience."
    ),
    "out_company": (
        "I know nothing about particular companies or their rules: the documents I answer from "
        "speak about roles in general. Your HR team or manager can tell you."
    ),
    "out_sales_topic": (
        "That is not something the documents I know cover. They are about careers in account "
        "management and sales: roles, skills, pay, paths, KPIs and trends."
    ),
    "out_of_scope": (
        "I can't help with that, sorry: I only know about careers in account management and "
        "sales. Ask me about a role, its pay, its skills or the way up."
    ),
    "ask_language": (
        "I only understand English, sorry. Please ask me in English about careers in account "
        "management and sales.\n"
        "_Leider nur auf Englisch · Lo siento, solo en inglés · Désolé, pas en français, "
        "seulement en anglais · 抱歉，我只懂英文_"
    ),
}

SENSITIVE: dict[str, str] = {
    "sensitive_self_harm": (
        "I'm really sorry that you are in so much pain. I'm only a bot and not the right help for "
        "this, but you don't have to go through it alone. Please talk to someone now: if you may "
        "be in danger, call your local emergency number; a crisis line is there day and night (in "
        "the US and Canada call or text 988, in the UK and Ireland Samaritans at 116 123, "
        "elsewhere see findahelpline.com). A doctor, or a person you trust, can help you too."
    ),
    "sensitive_health": (
        "That sounds hard, and your health comes first. I'm a bot and can't judge it. Please talk "
        "to a doctor or another health professional soon, and if it is acute (chest pain, trouble "
        "breathing, thoughts of harming yourself) call your local emergency number at once. HR, "
        "an employee assistance program or a person you trust can support you at work."
    ),
    "sensitive_harassment": (
        "I'm sorry this is happening to you; nobody should have to put up with it. I'm not able to "
        "advise on it, but people can: HR or a manager you trust, an employee assistance program "
        "or ombudsperson, a union, a helpline, or a lawyer. It helps to write down what happened "
        "and when. If you are in danger, call your local emergency number."
    ),
    "sensitive_discrimination": (
        "I'm sorry you have to deal with this. I can't give legal advice and don't want to tell "
        "you "
        "what to do in so personal a matter. HR or a person you trust, a union, an equality body "
        "or an employment lawyer can tell you in confidence what your rights and options are."
    ),
    "sensitive_legal": (
        "I can't give legal advice, and the documents I know don't cover this. An employment "
        "lawyer, a union, an advice center or your HR team can look at your own situation."
    ),
    "sensitive_dishonesty": (
        "I can't help with that. Being found out could cost you the job and people's trust. "
        "If you are under pressure at work, talk to a manager or HR contact you trust. I'm glad to "
        "show you what a role really asks for and what you could build on."
    ),
    "sensitive_privacy": (
        "I can't tell you anything about other people: I know no personal data of colleagues and "
        "would not disclose any. For such a question please turn to HR. What I can give you is "
        "what the documents say about a role in general."
    ),
}

UNREADABLE = (
    "I couldn't make out a question in that, sorry. Ask me in plain words about careers in account "
    "management and sales, for example what a role does, needs or earns."
)
NOT_UNDERSTOOD = (
    "I'm not sure what you're asking, sorry. Could you put it another way, and name the role you "
    "mean? I know about careers in account management and sales: roles, skills, pay, career "
    "paths, KPIs and trends."
)
FAILED = (
    "Something went wrong on my side, sorry. Please ask again in a moment; if it keeps happening, "
    "tell the people who run this coach."
)

START = [
    Button("What does an AM do?", "ask_responsibilities", {"role": ["account_manager"]}),
    Button(
        "Director vs Senior Account Manager",
        "ask_difference",
        {"role": ["director_of_account_management", "senior_account_manager"]},
    ),
    Button(
        "What does a Director earn?", "ask_salary", {"role": ["director_of_account_management"]}
    ),
    Button("How do I become a Director?", "ask_advancement"),
    Button("How do people start out?", "ask_entry_roles"),
]  # fmt: skip


def fixed_reply(intent: str, base: KnowledgeBase) -> tuple[str, Kind] | None:
    """Text and kind of the fixed answer to ``intent``, or None if it has none."""
    if intent in SENSITIVE:
        return SENSITIVE[intent], "handoff"
    if intent in NOT_COVERED:
        return NOT_COVERED[intent], "abstain"
    if intent in SMALLTALK:
        documents = "\n".join(f"- {document.title}" for document in base.documents.values())
        return SMALLTALK[intent].replace("{documents}", documents), "smalltalk"
    return None
