package gongkai.platform.portal;

import gongkai.platform.organ.Organs;
import gongkai.platform.web.Open;
import gongkai.platform.web.Page;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The first page of the public side: which organ's information? */
@Controller
@Open
class HomeController {
    private static final int MOST_FOUND = 50;
    private static final int LONGEST = 100;

    private final Organs organs;
    private final Groups groups;

    HomeController(Organs organs, Groups groups) {
        this.organs = organs;
        this.groups = groups;
    }

    @GetMapping("/")
    View home(@RequestParam(defaultValue = "") String q) {
        var asked = q.strip();
        if (!asked.isEmpty()) {
            var words = asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
            return Page.of("portal/home", new HomePage(words, organs.search(words, MOST_FOUND), List.of()));
        }
        return Page.of("portal/home", new HomePage("", List.of(), groups.now()));
    }
}
