package gongkai.platform.workbench;

import gongkai.platform.web.LocalPath;
import gongkai.platform.web.OpenToSignedIn;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Saves and removes the filters of whoever is signed in (常用筛选). */
@Controller
@OpenToSignedIn
class FilterController {
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_LINK = 2_000;

    private final Filters filters;

    FilterController(Filters filters) {
        this.filters = filters;
    }

    @PostMapping("/office/filters")
    View save(@RequestParam String path, @RequestParam String name, @RequestParam String link) {
        var list = LocalPath.of(path);
        var whole = LocalPath.of(link);
        var called = name.strip();
        if (!whole.startsWith(list) || whole.length() > LONGEST_LINK || !list.startsWith("/office/")) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "这不是一个列表的筛选条件");
        }
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            return Redirect.to(whole).warning("没有保存：名称应为 1 到 " + LONGEST_NAME + " 个字");
        }
        if (!filters.roomFor(list)) {
            return Redirect.to(whole).warning("没有保存：每个列表最多 20 个常用筛选，请先删除不用的");
        }
        filters.save(list, called, whole);
        return Redirect.to(whole).saying("已存为常用筛选“" + called + "”");
    }

    @PostMapping("/office/filters/{id}/removal")
    View remove(@PathVariable long id, @RequestParam(defaultValue = "/office") String to) {
        filters.remove(id);
        return Redirect.to(LocalPath.of(to)).saying("已删除常用筛选");
    }
}
