// Keys of a page: an element with data-key="F4" (or "Ctrl+Enter", "c"; several by blanks) is clicked, a field is focused.
// Of several with one key, as two forms that save by Ctrl+Enter, the one counts in whose form somebody types, also while it
// is disabled (then nothing happens), else the last.
// A plain character does nothing while somebody types. "?", and F1 from within a field,
// lists the keys of the page by data-key-label or the element's text.
const fields = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';
let stepped = null;

const again = 400;
let pressedLast = null;
let pressedAt = 0;

function name(event) {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    return (event.ctrlKey || event.metaKey ? 'Ctrl+' : '') + (event.altKey ? 'Alt+' : '') + key;
}

function visible(element) {
    return element.getClientRects().length > 0;
}

function shown(element) {
    return visible(element) && !element.disabled;
}

/** The open dialog's keys alone, else the page's. */
function scope() {
    const open = [...document.querySelectorAll('dialog[open], .mud-dialog')].pop();
    return open ?? document;
}

function find(pressed) {
    const wanted = pressed.toLowerCase();
    const found = [...scope().querySelectorAll('[data-key]')].filter(e => visible(e) && e.dataset.key.toLowerCase().split(' ').includes(wanted));
    const form = document.activeElement?.form;
    const own = found.filter(e => form && e.form === form);
    return (own.length > 0 ? own : found).filter(shown).pop();
}

function label(element) {
    return element.dataset.keyLabel || element.getAttribute('aria-label') || element.placeholder
        || [...element.childNodes].filter(n => n.nodeName !== 'KBD' && n.nodeType !== Node.COMMENT_NODE).map(n => n.textContent).join(' ').trim();
}

function sheet() {
    const dialog = document.getElementById('key-sheet');
    if (!dialog || dialog.open) {
        return;
    }

    const rows = [...document.querySelectorAll('[data-key]')].filter(e => shown(e) && !e.dataset.key.startsWith('/ ')).map(element => {
        const row = document.createElement('tr');
        const keys = row.insertCell();
        for (const key of element.dataset.key.split(' ')) {
            const cap = document.createElement('kbd');
            cap.textContent = key.split('+').map(k => k === 'Escape' ? 'Esc' : k.length === 1 ? k.toUpperCase() : k).join(' ');
            keys.append(keys.hasChildNodes() ? ' / ' : '', cap);
        }
        row.insertCell().textContent = label(element);
        return row;
    });
    dialog.querySelector('[data-keys]').replaceChildren(...rows);
    dialog.showModal();
}

/** In a long form Enter moves on; saving has a key of its own. */
function next(field) {
    const stops = [...field.form.elements].filter(e => shown(e) && e.tabIndex >= 0);
    stops[stops.indexOf(field) + 1]?.focus();
}

document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.isComposing || event.repeat) {
        return;
    }

    const pressed = name(event);
    // What lies on top of the page closes by itself, and alone.
    if (pressed === 'Escape' && (event.target.getAttribute?.('aria-expanded') === 'true' || document.querySelector(':popover-open'))) {
        return;
    }

    if (pressed === 'Enter' && event.target.matches('form[data-draft] :is(input, select)')) {
        event.preventDefault();
        stepped = event;
        return;
    }

    // There it picks what is offered.
    if (pressed === 'Enter' && event.target.matches('form [role=combobox]')) {
        event.preventDefault();
        return;
    }

    const plain = pressed.length === 1;
    if (plain && event.target.closest?.(fields)) {
        return;
    }

    if (pressed === '?' || pressed === 'F1') {
        event.preventDefault();
        sheet();
        return;
    }

    const element = find(pressed);
    if (!element) {
        return;
    }

    event.preventDefault();
    if (element.matches(fields)) {
        cursorChosen(element);
        element.select?.();
        return;
    }

    // One press after another is one: the page has not answered the first yet.
    if (!plain && element === pressedLast && event.timeStamp - pressedAt < again) {
        return;
    }

    [pressedLast, pressedAt] = [element, event.timeStamp];
    // What is still in a field reaches the server before the button does.
    const active = document.activeElement;
    if (active?.matches(fields)) {
        active.dispatchEvent(new Event('change', { bubbles: true }));
    }
    element.click();
});

// After everybody else heard the key, since leaving the field closes what it offers; and before the next key comes.
addEventListener('keydown', event => {
    if (event === stepped) {
        next(event.target);
    }
});

// Typing replaces the one that stands there. A click sets the cursor after this event.
document.addEventListener('focusin', event => {
    if (event.target.matches('input[data-one]')) {
        setTimeout(() => event.target.select());
    }
});

document.addEventListener('click', event => {
    if (event.target.closest('[data-keysheet]')) {
        sheet();
    } else if (event.target.closest('[data-reload]')) {
        event.preventDefault();
        location.reload();
    } else {
        event.target.closest('[popover] a')?.closest('[popover]').hidePopover();
    }
});
