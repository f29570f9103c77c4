// Keeps what is typed into a <form data-draft>: at once in the browser's storage, within a second on the server, past the
// circuit. What the server has is taken out of the browser again, so that a shared computer keeps nothing.
const drafts = new Map();
const touches = ['input', 'change', 'click'];
const every = 400, retryAfter = 3000, beaconBytes = 60000;

function slot(draft) {
    return `draft|${draft.owner}|${draft.name}|${draft.id}`;
}

function keep(draft, text) {
    try {
        localStorage.setItem(slot(draft), JSON.stringify({ at: Date.now(), fields: JSON.parse(text) }));
    } catch {
        // The browser's storage is full or closed: the server's copy remains.
    }
}

/** The fields that stand in the form; those asked no more keep their last value, but a row that was taken out is gone. */
function fields(draft) {
    const found = {};
    for (const [name, value] of Object.entries(draft.fields)) {
        if (!name.includes('[')) {
            found[name] = value;
        }
    }

    for (const element of draft.form.elements) {
        if (element.name && element.type !== 'password' && element.type !== 'file' && !(element.type === 'radio' && !element.checked)) {
            const value = element.type === 'checkbox' ? String(element.checked) : element.value;
            found[element.name] = value.toWellFormed ? value.toWellFormed() : value;
        }
    }

    return found;
}

/**
 * True once something stands there that the page did not bring: a choice that comes into view is made already, a text that
 * does is empty. What the page is given (a number that rings) is no typing either.
 */
function typed(draft, found) {
    for (const element of draft.form.elements) {
        if (element.name && !(element.name in draft.first)) {
            draft.first[element.name] = element.matches('select, [type=checkbox], [type=radio]') ? found[element.name] ?? '' : '';
        }
    }

    return Object.entries(found).some(([name, value]) => !draft.given.includes(name) && value !== (draft.first[name] ?? ''));
}

/** What the page itself fills in is no draft: that begins with the person's first key or click in the form that changes something. */
function look(draft, event) {
    draft.touched ||= event?.currentTarget === draft.form;
    if (!draft.form.isConnected || draft.ended) {
        return;
    }

    const found = fields(draft);
    const text = JSON.stringify(found);
    draft.typed ||= typed(draft, found);
    if (text !== draft.text && draft.typed) {
        Object.assign(draft, { fields: found, text, unsent: draft.touched });
        if (draft.unsent) {
            keep(draft, text);
            say(draft, false);
        }
    }

    if (draft.unsent && !draft.sending && Date.now() >= draft.notBefore) {
        send(draft);
    }
}

async function send(draft) {
    const { id, text } = draft;
    draft.sending = true;
    try {
        const answer = await fetch(`drafts/${draft.name}/${id}`, {
            method: 'POST', headers: { 'Content-Type': 'application/json' }, body: text,
            keepalive: new Blob([text]).size < beaconBytes, redirect: 'error',
        });
        draft.notBefore = answer.ok ? 0 : Date.now() + retryAfter;
        if (answer.ok && draft.id === id) {
            if (draft.text === text) {
                draft.unsent = false;
                localStorage.removeItem(slot(draft));
                say(draft, true, answer.headers.get('Kept-At'));
            }
        }
    } catch {
        draft.notBefore = Date.now() + retryAfter;
    } finally {
        draft.sending = false;
    }
}

/** Shows, where the form has a place for it, since when all is kept: the company's time, as everything else on the page. */
function say(draft, kept, at) {
    const place = draft.form.isConnected && document.querySelector(`[data-draft-kept="${draft.name}"]`);
    if (place) {
        place.hidden = !kept;
        place.querySelector('time').textContent = at ?? '';
    }
}

/** Begins to keep a form's fields as the draft `id`; answers them, and the drafts of this form that only the browser has. */
export function begin(form, owner, name, id, given) {
    if (!form?.isConnected) {
        return { fields: {}, others: [] };
    }

    const draft = { form, owner, name, id, given, fields: {}, text: '', touched: false, typed: false, unsent: false, sending: false, notBefore: 0 };
    draft.fields = fields(draft);
    draft.first = { ...draft.fields };
    draft.text = JSON.stringify(draft.fields);
    const at = document.activeElement;
    if (form.contains(at) && at.matches('textarea') && at.value) {
        // Somebody typed before the script was here.
        draft.touched = draft.typed = draft.unsent = true;
        keep(draft, draft.text);
    }

    draft.hear = event => look(draft, event);
    draft.timer = setInterval(draft.hear, every);
    touches.forEach(type => form.addEventListener(type, draft.hear));
    addEventListener('pagehide', draft.hear);
    drafts.set(id, draft);
    return { fields: draft.fields, others: others(draft) };
}

function others(draft) {
    const prefix = `draft|${draft.owner}|${draft.name}|`;
    const found = [];
    for (const key of Object.keys(localStorage).filter(k => k.startsWith(prefix) && k !== slot(draft))) {
        try {
            const kept = JSON.parse(localStorage.getItem(key));
            found.push({ id: key.slice(prefix.length), at: kept.at, fields: kept.fields });
        } catch {
            localStorage.removeItem(key);
        }
    }

    return found;
}

/** The form goes on as another draft: a new one after a save, or the one taken up again with all its fields. */
export function renew(id, next, saved, takenUp) {
    const draft = drafts.get(id);
    if (!draft) {
        return;
    }

    if (saved) {
        localStorage.removeItem(slot(draft));
        say(draft, false);
    } else if (draft.unsent) {
        send(draft);
    }

    drafts.delete(id);
    drafts.set(next, draft);
    Object.assign(draft, { id: next, fields: takenUp ?? {}, touched: takenUp !== null, typed: takenUp !== null, unsent: false, notBefore: 0 });
    draft.fields = fields(draft);
    draft.first = { ...draft.fields };
    draft.text = JSON.stringify(draft.fields);
}

/** Forgets what the browser keeps of a draft. */
export function drop(owner, name, id) {
    localStorage.removeItem(`draft|${owner}|${name}|${id}`);
}

/** Stops; what was not sent yet is sent now and stays in the browser until it is, unless the form was saved. */
export function end(id, saved) {
    const draft = drafts.get(id);
    if (!draft) {
        return;
    }

    drafts.delete(id);
    clearInterval(draft.timer);
    touches.forEach(type => draft.form.removeEventListener(type, draft.hear));
    removeEventListener('pagehide', draft.hear);
    draft.ended = true;
    if (saved) {
        localStorage.removeItem(slot(draft));
    } else if (draft.unsent) {
        send(draft);
    }
}

/** The cursor goes to the first field that is wrong; of a choice, to what is chosen or may be. */
export function fault(form) {
    const wrong = form.querySelector('[aria-invalid=true]') ?? form.querySelector('[role=alert]');
    (wrong?.querySelector('[aria-checked=true]') ?? wrong?.querySelector('[role=radio]') ?? wrong)?.focus();
    wrong?.scrollIntoView({ block: 'center' });
}
