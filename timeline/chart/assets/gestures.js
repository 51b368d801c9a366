// Moving about in time: dragging, pinching, the wheel. Vertical swipes are left to the page.

const TAP = 5;

/** Watch `host`; calls pan(pixels), zoom(factor, x), tap(x, y), hover(x, y) or hover(null). */
export class Gestures {
  constructor(host, calls) {
    Object.assign(this, { host, calls, points: new Map(), moved: 0 });
    host.addEventListener("pointerdown", (event) => this.down(event));
    host.addEventListener("pointermove", (event) => this.move(event));
    host.addEventListener("pointerup", (event) => this.up(event, true));
    host.addEventListener("pointercancel", (event) => this.up(event, false));
    host.addEventListener("pointerleave", () => calls.hover(null));
    host.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    host.addEventListener("dblclick", (event) => calls.zoom(2.5, this.at(event)[0], true));
  }

  at(event) {
    const box = this.host.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  down(event) {
    if (event.button > 0) return;
    this.points.set(event.pointerId, this.at(event));
    if (this.points.size === 1) this.moved = 0;
    else this.moved = TAP + 1;
  }

  move(event) {
    const before = this.points.get(event.pointerId);
    const now = this.at(event);
    if (!before) {
      if (event.pointerType === "mouse") this.calls.hover(...now);
      return;
    }
    this.moved += Math.abs(now[0] - before[0]);
    if (this.moved <= TAP) return;
    if (!this.host.hasPointerCapture(event.pointerId)) this.host.setPointerCapture(event.pointerId);
    this.calls.hover(null);
    if (this.points.size === 2) this.pinch(event.pointerId, now);
    else this.calls.pan(before[0] - now[0]);
    this.points.set(event.pointerId, now);
  }

  pinch(id, now) {
    const [other] = [...this.points].filter(([key]) => key !== id).map(([, point]) => point);
    const before = this.points.get(id);
    const wide = (point) => Math.max(20, Math.hypot(point[0] - other[0], point[1] - other[1]));
    this.calls.zoom(wide(now) / wide(before), (now[0] + other[0]) / 2);
    this.calls.pan((before[0] - now[0]) / 2);
  }

  up(event, done) {
    const known = this.points.delete(event.pointerId);
    if (!known || this.points.size) return;
    if (done && this.moved <= TAP) this.calls.tap(...this.at(event));
    else this.calls.settle();
  }

  // A plain wheel scrolls the page; with Ctrl or Command (and pinching on a pad) it zooms; sideways it pans.
  wheel(event) {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.calls.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.004)), this.at(event)[0]);
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      this.calls.pan(event.deltaX || event.deltaY);
    }
  }
}
