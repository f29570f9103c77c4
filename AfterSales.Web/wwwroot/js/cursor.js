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

/** The cursor goes to an element, unless the person is in another field already. */
globalThis.cursorTo = element => {
    if (element?.isConnected && !(wentOn && document.activeElement.matches(fields))) {
        carried = true;
        element.focus();
        carried = false;
    }
};
