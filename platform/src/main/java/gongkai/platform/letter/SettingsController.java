package gongkai.platform.letter;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.organ.Organ;
import gongkai.platform.web.Form;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What an organ's letters have in common: the pattern of the 文号, and texts that are the same in all of them. */
@Controller
@RequestMapping("/office/letters/settings")
@Needs(Action.EDIT_TEMPLATES)
class SettingsController {
    private static final int LONGEST = 300;

    private final Settings settings;
    private final LetterAccess access;

    SettingsController(Settings settings, LetterAccess access) {
        this.settings = settings;
        this.access = access;
    }

    @GetMapping
    View show() {
        var organ = access.own(Action.EDIT_TEMPLATES);
        var now = settings.of(organ.id());
        return Page.of(
                "letter/settings",
                page(
                        organ,
                        Form.of(Map.of(
                                "prefix", now.prefix(),
                                "pattern", now.pattern(),
                                "remedyUrl", now.remedyUrl(),
                                "payment", now.payment(),
                                "complaints", now.complaints())),
                        now));
    }

    @PostMapping
    View set(@RequestParam Map<String, String> typed) {
        var organ = access.own(Action.EDIT_TEMPLATES);
        var form = Form.of(typed);
        var wanted = new LetterSettings(
                text(typed, "prefix"),
                text(typed, "pattern"),
                text(typed, "remedyUrl"),
                text(typed, "payment"),
                text(typed, "complaints"));
        if (wanted.prefix().isEmpty() || wanted.prefix().length() > 30) {
            form = form.wrong("prefix", "请填写机关代字，不超过 30 字，例如 示司公开");
        }
        var objection = wanted.objection();
        if (!objection.isEmpty()) {
            form = form.wrong("pattern", objection);
        }
        if (!wanted.remedyUrl().isEmpty() && !wanted.remedyUrl().matches("https?://[^\\s<>\"]+")) {
            form = form.wrong("remedyUrl", "网址以 http:// 或 https:// 开头");
        }
        for (var name : new String[] {"pattern", "remedyUrl", "payment", "complaints"}) {
            if (text(typed, name).length() > LONGEST) {
                form = form.wrong(name, "不能超过 " + LONGEST + " 字");
            }
        }
        if (form.rejected()) {
            return Page.rejected("letter/settings", page(organ, form, settings.of(organ.id())));
        }
        settings.set(organ.id(), wanted);
        return Redirect.to("/office/letters/settings").saying("文书设置已保存，以后签发的文书按此编号");
    }

    private static LetterSettingsPage page(Organ organ, Form form, LetterSettings now) {
        return new LetterSettingsPage(organ, form, now.docNo("答", 2026, 12), now.docNo("补", 2026, 3));
    }

    private static String text(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").strip();
    }
}
