// The server moves the cursor on after a choice, some moments late: it never takes it out of a field where the person went on.
const fields = 'input, textarea, select, [contenteditable=true]';
let wentOn = false, carried = false;

/** What the person did may bring the cursor on, and the step to the next field that it takes along is not going on yet. */
function asks() {
    wentOn = false;
    carried = true;
    setTimeout(() => setTimeout(() => carried = false));
}

addEventListener('keydown', event => {
    if (event.key === 'Enter') {
        asks();
    } else if (!['Alt', 'Control', 'Meta', 'Shift'].includes(event.key)) {
        wentOn = true;
    }
}, true);
addEventListener('input', () => wentOn = true, true);
addEventListener('change', asks, true);
addEventListener('click', event => event.target.closest(fields) || asks(), true);
addEventListener('focusin', event => wentOn ||= !carried && event.target.matches(fields));

/** The person names the field: what the field that was left for it had still to tell brings nobody away from there. */
globalThis.cursorChosen = element => {
    element.focus();
    carried = false;
    wentOn = true;
};

/** The cursor goes to an element, unless the person is in another field already. */
globalThis.cursorTo = element => {
    if (element?.isConnected && !(wentOn && document.activeElement.matches(fields))) {
        carried = true;
        element.focus();
        carried = false;
    }
};

/**
 * A pane was opened beside a list: what was picked there stays in sight, and the cursor goes to the pane's head. Closed, the
 * cursor that was in it goes back to what was picked, or where that is done with, to the list's first.
 */
globalThis.cursorToPane = head => {
    const links = 'main a[aria-current=true]', at = document.activeElement;
    const picked = at?.matches(links) ? at : document.querySelector(links);
    const list = picked?.closest('[role=region]');
    (picked?.closest('.list tr') ?? picked)?.scrollIntoView({ block: 'nearest' });
    cursorTo(head);
    const watch = new MutationObserver(() => {
        if (!head.isConnected) {
            watch.disconnect();
            if (document.activeElement === document.body) {
                (picked?.isConnected ? picked : list?.querySelector('a'))?.focus();
            }
        }
    });
    watch.observe(document.body, { childList: true, subtree: true });
};
