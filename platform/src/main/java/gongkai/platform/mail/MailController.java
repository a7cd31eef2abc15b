package gongkai.platform.mail;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.access.Policy;
import gongkai.platform.organ.OrganId;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** Mail that was not sent, for those who handle the cases it is about. */
@Controller
@RequestMapping("/office/letters/mail")
@Needs(Action.HANDLE_REQUESTS)
class MailController {
    private final Mails mails;
    private final Access access;
    private final Policy policy;

    MailController(Mails mails, Access access, Policy policy) {
        this.mails = mails;
        this.access = access;
        this.policy = policy;
    }

    @GetMapping
    View list() {
        var organs = policy.reach(access.required(), Action.HANDLE_REQUESTS).organs();
        return Page.of("mail/list", new MailListPage(mails.enabled(), mails.unsent(organs)));
    }

    @PostMapping("/{id}/again")
    View again(@PathVariable String id) {
        var mail = id.matches("\\d{1,18}") ? Long.parseLong(id) : -1;
        var organ = mails.organ(mail).map(OrganId::new).orElseThrow(() -> Refusal.notFound("没有这封邮件，或者您无权查看"));
        if (!policy.allows(access.required(), Action.HANDLE_REQUESTS, organ)) {
            throw Refusal.notFound("没有这封邮件，或者您无权查看");
        }
        mails.again(mail);
        return Redirect.to("/office/letters/mail").saying("将再次发送");
    }
}
