// data-copy="id of a text box" copies its text; what tells of it is shown beside. Where the browser gives no clipboard
// (a page without https), the text itself is shown, selected.
function show(id, yes) {
    document.getElementById(id).hidden = !yes;
}

async function copy(box) {
    try {
        await navigator.clipboard.writeText(box.value);
        return true;
    } catch {
        box.hidden = false;
        box.focus();
        box.select();
        return document.execCommand('copy');
    }
}

document.addEventListener('click', async event => {
    const id = event.target.closest('[data-copy]')?.dataset.copy;
    if (!id) {
        return;
    }

    document.querySelectorAll('[data-copy]').forEach(other => ['done', 'byhand'].forEach(told => show(`${other.dataset.copy}-${told}`, false)));
    const copied = await copy(document.getElementById(id));
    show(`${id}-done`, copied);
    show(`${id}-byhand`, !copied);
    document.getElementById('copy-said').textContent = document.getElementById(`${id}-${copied ? 'done' : 'byhand'}`).textContent;
});
