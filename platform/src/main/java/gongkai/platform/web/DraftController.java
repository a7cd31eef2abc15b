package gongkai.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/** Keeps what was typed into a form and not yet sent (草稿). Any form is sent here by the button 保存草稿, and by the script now and then. */
@Controller
@OpenToSignedIn
class DraftController {
    private static final int MOST_CHARACTERS = 300_000;

    private final Drafts drafts;
    private final SentForms sentForms;

    DraftController(Drafts drafts, SentForms sentForms) {
        this.drafts = drafts;
        this.sentForms = sentForms;
    }

    @PostMapping("/office/drafts")
    View save(@RequestParam MultiValueMap<String, String> typed) {
        var page = page(typed);
        var fields = fields(typed);
        if (tooLong(fields)) {
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "草稿太长，没有保存。请把长篇内容存为文件，作为附件提交");
        }
        drafts.save(page, fields, true);
        return Redirect.to(page).saying("草稿已保存，尚未提交");
    }

    /** What the script sends while somebody types. A form that has been sent meanwhile is not kept again. */
    @PostMapping(value = "/office/drafts", params = "_auto")
    @ResponseBody
    ResponseEntity<Void> keep(@RequestParam MultiValueMap<String, String> typed) {
        var page = page(typed);
        var fields = fields(typed);
        if (tooLong(fields)) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        if (!sentForms.sent(typed.getFirst(SentForms.NUMBER))) {
            drafts.save(page, fields, false);
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/office/drafts/removal")
    View remove(@RequestParam MultiValueMap<String, String> typed) {
        var page = page(typed);
        drafts.remove(page);
        return Redirect.to(page).saying("草稿已丢弃");
    }

    private static String page(MultiValueMap<String, String> typed) {
        var page = FormDraft.page(typed.getFirst(FormDraft.FIELD));
        if (page.isEmpty()) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "这不是可以存为草稿的表单");
        }
        return page;
    }

    private static Map<String, List<String>> fields(MultiValueMap<String, String> typed) {
        var fields = new LinkedHashMap<String, List<String>>();
        typed.forEach((name, values) -> {
            if (!name.startsWith("_") && !name.toLowerCase(Locale.ROOT).contains("password")) {
                fields.put(name, List.copyOf(values));
            }
        });
        return fields;
    }

    private static boolean tooLong(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                        .mapToLong(field -> field.getKey().length()
                                + field.getValue().stream()
                                        .mapToLong(String::length)
                                        .sum())
                        .sum()
                > MOST_CHARACTERS;
    }
}
