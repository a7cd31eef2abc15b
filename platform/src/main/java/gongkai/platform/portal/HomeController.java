package gongkai.platform.portal;

import gongkai.platform.web.Open;
import gongkai.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The first page of the public side. */
@Controller
@Open
class HomeController {
    @GetMapping("/")
    View home() {
        return Page.of("portal/home", new HomePage());
    }
}
