// A signature drawn by finger or mouse, and pictures of the camera: both go past the circuit, whose messages are small.
const most = 1600, tries = 3, pause = 1500;

/** Makes the canvas a pad: dark ink on white, whatever the page's colours. */
export function begin(canvas) {
    const ratio = Math.min(2, devicePixelRatio || 1);
    canvas.width = Math.round(canvas.clientWidth * ratio);
    canvas.height = Math.round(canvas.clientHeight * ratio);
    clear(canvas);
    let last = null;
    const point = event => ({ x: event.offsetX * ratio, y: event.offsetY * ratio });
    canvas.addEventListener('pointerdown', event => {
        canvas.setPointerCapture(event.pointerId);
        last = point(event);
        line(canvas, last, last, ratio);
    });
    canvas.addEventListener('pointermove', event => {
        if (last) {
            const next = point(event);
            line(canvas, last, next, ratio);
            last = next;
        }
    });
    for (const end of ['pointerup', 'pointercancel']) {
        canvas.addEventListener(end, () => { last = null; });
    }
}

function line(canvas, from, to, ratio) {
    const pen = canvas.getContext('2d');
    pen.strokeStyle = '#111';
    pen.lineWidth = 2.5 * ratio;
    pen.lineCap = 'round';
    pen.beginPath();
    pen.moveTo(from.x, from.y);
    pen.lineTo(to.x + 0.01, to.y);
    pen.stroke();
    canvas.dataset.ink = '1';
}

/** A white sheet again. */
export function clear(canvas) {
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    delete canvas.dataset.ink;
}

/** Sends what was drawn. */
export function sendInk(canvas, to, request, text) {
    return canvas.dataset.ink ? send(to, request, text, canvas.toDataURL('image/png').split(',')[1]) : { problems: [{ code: 'Shared.Required', field: 'Signature', args: [] }] };
}

/** Sends the picture chosen, made small enough for a slow link. */
export async function sendPicture(input, to, request, text) {
    const file = input.files[0];
    const without = code => ({ problems: [...(text ? [] : [{ code: 'Shared.Required', field: 'Reason', args: [] }]), { code, field: 'Picture', args: [] }] });
    if (!file) {
        return without('Shared.Required');
    }

    try {
        const picture = await createImageBitmap(file);
        const scale = Math.min(1, most / Math.max(picture.width, picture.height));
        const canvas = document.createElement('canvas');
        canvas.width = Math.round(picture.width * scale);
        canvas.height = Math.round(picture.height * scale);
        canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
        return await send(to, request, text, canvas.toDataURL('image/jpeg', 0.8).split(',')[1]);
    } catch {
        return without('WorkOrders.NotAPicture');
    }
}

async function send(to, request, text, bytes) {
    for (let i = 0; i < tries; i++) {
        try {
            const answer = await fetch(to, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ request, text, bytes }), redirect: 'error' });
            if (answer.ok) {
                return await answer.json();
            }
        } catch {
            // The link is gone for a moment; the same request again has one effect.
        }
        await new Promise(done => setTimeout(done, pause));
    }

    return { problems: [{ code: 'WorkOrders.NotSent', field: null, args: [] }] };
}
