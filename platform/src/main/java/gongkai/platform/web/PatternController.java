package gongkai.platform.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** Every part a page can be made of, on one page, to look at and to test. In development only. */
@Controller
@Open
@Profile("dev")
class PatternController {
    private static final String PATH = "/dev/patterns";
    private static final ListShape SHAPE = ListShape.at(PATH, "number")
            .sortable("number", "number")
            .sortable("count", "count")
            .filters("q", "kind");
    private static final List<PatternPage.Row> ROWS = IntStream.rangeClosed(1, 95)
            .mapToObj(number -> new PatternPage.Row(
                    "示例〔2026〕" + number + "号",
                    number == 1 ? "=1+1" : "新疆维吾尔自治区示例市第 " + number + " 个单位",
                    number * 37 % 101))
            .toList();
    private static final int LONGEST = 200;

    private final Clock clock;

    PatternController(Clock clock) {
        this.clock = clock;
    }

    @GetMapping(PATH)
    View patterns(@RequestParam Map<String, String> parameters) {
        var query = ListQuery.of(SHAPE, parameters);
        var export = parameters.get("export");
        if (export != null) {
            return Export.of(
                    export,
                    "示例清单",
                    List.of(
                            Column.of("编号", PatternPage.Row::number),
                            Column.of("名称", PatternPage.Row::name),
                            Column.of("数量", PatternPage.Row::count)),
                    ROWS.stream().filter(row -> row.name().contains(query.text("q"))));
        }
        return Page.of("web/patterns", page(Form.EMPTY, query));
    }

    @PostMapping(PATH)
    View send(@RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(typed);
        if (form.value("name").isBlank()) {
            form = form.wrong("name", "请填写名称");
        }
        if (form.value("text").length() > LONGEST) {
            form = form.wrong("text", "说明不能超过 200 个字，现在有 " + form.value("text").length() + " 个字");
        }
        return form.rejected()
                ? Page.rejected("web/patterns", page(form, ListQuery.of(SHAPE, Map.of())))
                : Redirect.to(PATH).saying("已保存“" + form.value("name") + "”");
    }

    @PostMapping(PATH + "/file")
    View upload(@RequestParam MultipartFile file) {
        return Redirect.to(PATH).saying("已收到 " + file.getSize() + " 字节");
    }

    @GetMapping(PATH + "/failure")
    View fail() {
        throw new IllegalStateException("thrown on purpose");
    }

    private PatternPage page(Form form, ListQuery query) {
        Comparator<PatternPage.Row> order =
                Comparator.comparing(query.sort().equals("count") ? PatternPage.Row::count : ROWS::indexOf);
        var found = ROWS.stream()
                .filter(row -> row.name().contains(query.text("q")))
                .sorted(query.descending() ? order.reversed() : order)
                .toList();
        var shown = found.stream().skip(query.offset()).limit(query.size()).toList();
        var today = LocalDate.now(clock);
        return new PatternPage(
                form,
                List.of(new Option("letter", "信函"), new Option("counter", "当面"), new Option("net", "网络")),
                new Listing<>(query, shown, found.size()),
                new Due(today.plusDays(2), 2, PATH + "#clock"),
                new Due(today.minusDays(3), -1, ""));
    }
}
