// Keeps what is typed into a <form data-draft>: at once in the browser's storage, within a second on the server, past the
// circuit. What the server has is taken out of the browser again, so that a shared computer keeps nothing.
const forms = new Map();
const every = 400, retryAfter = 3000;

function slot(state) {
    return `draft|${state.owner}|${state.name}|${state.id}`;
}

function fields(form) {
    const found = {};
    for (const element of form.elements) {
        if (element.name && element.type !== 'password' && element.type !== 'file' && !(element.type === 'radio' && !element.checked)) {
            found[element.name] = element.type === 'checkbox' ? (element.checked ? 'true' : 'false') : element.value;
        }
    }

    return found;
}

function look(form) {
    const state = forms.get(form);
    if (!state || state.ended) {
        return;
    }

    if (!form.isConnected) {
        end(form);
        return;
    }

    const now = JSON.stringify(fields(form));
    if (now !== state.seen) {
        state.seen = now;
        state.unsent = now !== state.first || state.sent;
        if (state.unsent) {
            try {
                localStorage.setItem(slot(state), JSON.stringify({ at: Date.now(), fields: JSON.parse(now) }));
            } catch {
                // The browser's storage is full or closed: the server's copy remains.
            }
        }
    }

    if (state.unsent && !state.sending && Date.now() >= state.notBefore) {
        send(state, now);
    }
}

async function send(state, body) {
    state.sending = true;
    try {
        const answer = await fetch(`drafts/${state.name}/${state.id}`, {
            method: 'POST', headers: { 'Content-Type': 'application/json' }, body, keepalive: body.length < 60000, redirect: 'error',
        });
        state.notBefore = answer.ok ? 0 : Date.now() + retryAfter;
        if (answer.ok) {
            state.sent = true;
            if (state.seen === body) {
                state.unsent = false;
                localStorage.removeItem(slot(state));
            }
        }
    } catch {
        state.notBefore = Date.now() + retryAfter;
    } finally {
        state.sending = false;
    }
}

/** Begins to keep a form's fields as the draft `id`; answers the drafts of this form that only the browser has. */
export function begin(form, owner, name, id) {
    const seen = JSON.stringify(fields(form));
    const state = { owner, name, id, first: seen, seen, unsent: false, sent: false, sending: false, notBefore: 0 };
    forms.set(form, state);
    state.timer = setInterval(() => look(form), every);
    state.hear = () => look(form);
    form.addEventListener('input', state.hear);
    form.addEventListener('change', state.hear);
    addEventListener('pagehide', state.hear);
    const prefix = `draft|${owner}|${name}|`;
    const found = [];
    for (const key of Object.keys(localStorage).filter(k => k.startsWith(prefix) && k !== slot(state))) {
        try {
            const kept = JSON.parse(localStorage.getItem(key));
            found.push({ id: key.slice(prefix.length), at: kept.at, fields: kept.fields });
        } catch {
            localStorage.removeItem(key);
        }
    }

    return found;
}

/** The form goes on as another draft: the one taken up again, or a new one after a save. */
export function renew(form, id) {
    const state = forms.get(form);
    if (!state || state.id === id) {
        return;
    }

    localStorage.removeItem(slot(state));
    const seen = JSON.stringify(fields(form));
    Object.assign(state, { id, first: seen, seen, unsent: false, sent: false, notBefore: 0 });
}

/** Forgets what the browser keeps of a draft. */
export function drop(owner, name, id) {
    localStorage.removeItem(`draft|${owner}|${name}|${id}`);
}

/** Stops; what was not sent yet stays in the browser unless the form was saved. */
export function end(form, saved) {
    const state = forms.get(form);
    if (!state) {
        return;
    }

    state.ended = true;
    clearInterval(state.timer);
    form.removeEventListener('input', state.hear);
    form.removeEventListener('change', state.hear);
    removeEventListener('pagehide', state.hear);
    forms.delete(form);
    if (saved) {
        localStorage.removeItem(slot(state));
    }
}
