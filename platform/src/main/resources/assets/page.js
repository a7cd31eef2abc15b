/* Everything here makes a page more comfortable; none of it is needed. */
(function () {
  "use strict";
  document.documentElement.classList.add("js");

  // A select that sends its form when it changes.
  document.addEventListener("change", function (event) {
    var select = event.target.closest("[data-send]");
    if (select && select.form) {
      select.form.requestSubmit();
    }
  });

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-print]")) {
      window.print();
    }
  });

  // A form is sent once: the button waits until the page answers.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    // What is saved as a file leaves the page where it is: its button may be pressed again.
    if (form.method !== "post" || event.defaultPrevented || "download" in form.dataset) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    form.querySelectorAll("button").forEach(function (button) {
      button.setAttribute("aria-disabled", "true");
    });
  });
  document.addEventListener("htmx:afterRequest", release);
  window.addEventListener("pageshow", release);
  // What an upload ended with was written in the place of its form: going back has to fetch the form anew.
  var here = location.pathname + location.search;
  window.addEventListener("popstate", function () {
    if (location.pathname + location.search !== here) {
      location.reload();
    }
  });
  function release() {
    document.querySelectorAll("form[data-sent]").forEach(function (form) {
      delete form.dataset.sent;
      form.querySelectorAll("button[aria-disabled]").forEach(function (button) {
        button.removeAttribute("aria-disabled");
      });
    });
  }

  // Warn before leaving a form with something unsent in it.
  var changed = false;
  document.addEventListener("input", function (event) {
    if (event.target.closest("form[data-guard]")) {
      changed = true;
    }
  });
  document.addEventListener("submit", function (event) {
    if (event.target.matches("form[data-guard]")) {
      changed = false;
    }
  });
  window.addEventListener("beforeunload", function (event) {
    if (changed) {
      event.preventDefault();
    }
  });

  // A form with a draft keeps itself a moment after the last key.
  var pause = 0;
  document.addEventListener("input", function (event) {
    var form = event.target.form;
    if (form && (form.elements._draft || form.dataset.keep) && event.target.type !== "file") {
      clearTimeout(pause);
      pause = setTimeout(keep, 2000, form);
    }
  });
  document.addEventListener("submit", function () {
    clearTimeout(pause);
  });
  function keep(form) {
    var fields = new URLSearchParams();
    new FormData(form).forEach(function (value, name) {
      // A public form is sent under its number later; what is kept meanwhile must not use it up.
      if (typeof value === "string" && !(form.dataset.keep && name === "_form")) {
        fields.append(name, value);
      }
    });
    fields.append("_auto", "1");
    changed = false;
    fetch(form.dataset.keep || "/office/drafts", { method: "POST", body: fields, redirect: "manual" })
      .then(function (answer) {
        return answer.status === 204;
      })
      .catch(function () {
        return false;
      })
      .then(function (kept) {
        var time = new Date();
        var minute = String(time.getMinutes()).padStart(2, "0");
        form.querySelector(".saved-draft").textContent = kept
          ? "草稿已自动保存（" + time.getHours() + ":" + minute + "）"
          : "草稿没有存上，离开本页会丢失所填内容";
        if (kept) {
          offer();
        }
        if (!kept && !form.dataset.sent) {
          changed = form.hasAttribute("data-guard");
        }
      });
  }

  // What is published already is offered while somebody types: the page as it is now, its part taken over.
  function offer() {
    var place = document.getElementById("offered");
    if (!place) {
      return;
    }
    fetch(location.pathname)
      .then(function (answer) {
        return answer.ok ? answer.text() : "";
      })
      .then(function (text) {
        var fresh = new DOMParser().parseFromString(text, "text/html").getElementById("offered");
        if (fresh && fresh.textContent.trim() !== place.textContent.trim()) {
          place.replaceChildren.apply(place, fresh.childNodes);
        }
      })
      .catch(function () {});
  }

  // After a rejected form the title says so, and the list of errors is read first.
  var errors = document.querySelector(".errors");
  if (errors) {
    document.title = "有误：" + document.title;
    errors.focus();
  }

  // Files too large are named before they travel; large ones show how far they are.
  document.addEventListener("change", function (event) {
    var input = event.target;
    if (input.type !== "file" || !input.dataset.megabytes) {
      return;
    }
    var limit = Number(input.dataset.megabytes);
    var tooLarge = Array.from(input.files).filter(function (file) {
      return file.size > limit * 1024 * 1024;
    });
    input.setCustomValidity(
      tooLarge.length
        ? "“" + tooLarge[0].name + "”超过 " + limit + " MB，请压缩或分成几份后再上传"
        : ""
    );
    input.reportValidity();
  });
  document.addEventListener("submit", function (event) {
    var form = event.target;
    var elsewhere = event.submitter && event.submitter.hasAttribute("formaction");
    if (event.defaultPrevented || elsewhere || !form.hasAttribute("data-upload") || !window.FormData) {
      return;
    }
    event.preventDefault();
    upload(form, event.submitter);
  });
  function upload(form, submitter) {
    var bar = document.createElement("progress");
    var words = document.createElement("p");
    words.setAttribute("role", "status");
    words.textContent = "正在上传……";
    bar.setAttribute("aria-label", "上传进度");
    bar.max = 100;
    form.append(bar, words);
    var request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.upload.addEventListener("progress", function (event) {
      if (event.lengthComputable) {
        var percent = Math.floor((event.loaded * 100) / event.total);
        bar.value = percent;
        words.textContent = percent < 100 ? "已上传 " + percent + "%" : "已上传，正在处理……";
      }
    });
    request.addEventListener("load", function () {
      changed = false;
      if (request.responseURL && request.responseURL !== location.href) {
        history.pushState(null, "", request.responseURL);
      }
      document.open();
      document.write(request.responseText);
      document.close();
    });
    request.addEventListener("error", function () {
      bar.remove();
      words.textContent = "上传中断，请检查网络后再试。";
      release();
    });
    request.send(new FormData(form, submitter));
  }
})();
