/* Draws boxes on a page by pointer; the fields below the page work without it. */
(function () {
  "use strict";
  var sheet = document.querySelector("svg[data-sheet]");
  var form = document.querySelector("form[data-box]");
  if (!sheet || !form) {
    return;
  }
  var view = sheet.viewBox.baseVal;
  var box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  box.setAttribute("class", "drawn");
  var from = null;

  function place(event) {
    var shown = sheet.getBoundingClientRect();
    return {
      x: Math.min(1, Math.max(0, (event.clientX - shown.left) / shown.width)),
      y: Math.min(1, Math.max(0, (event.clientY - shown.top) / shown.height)),
    };
  }
  function draw(to) {
    var left = Math.min(from.x, to.x);
    var top = Math.min(from.y, to.y);
    var right = Math.max(from.x, to.x);
    var bottom = Math.max(from.y, to.y);
    box.setAttribute("x", left * view.width);
    box.setAttribute("y", top * view.height);
    box.setAttribute("width", (right - left) * view.width);
    box.setAttribute("height", (bottom - top) * view.height);
    form.elements.left.value = (left * 100).toFixed(2);
    form.elements.top.value = (top * 100).toFixed(2);
    form.elements.right.value = (right * 100).toFixed(2);
    form.elements.bottom.value = (bottom * 100).toFixed(2);
  }
  sheet.addEventListener("pointerdown", function (event) {
    event.preventDefault();
    sheet.setPointerCapture(event.pointerId);
    sheet.append(box);
    from = place(event);
    draw(from);
  });
  sheet.addEventListener("pointermove", function (event) {
    if (from) {
      draw(place(event));
    }
  });
  sheet.addEventListener("pointerup", function () {
    from = null;
    form.elements.ground.focus();
  });
})();
