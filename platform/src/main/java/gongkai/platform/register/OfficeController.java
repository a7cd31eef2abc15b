package gongkai.platform.register;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.organ.DisclosureOffice;
import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.organ.ReceivingChannel;
import gongkai.platform.organ.Ruling;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What an organ's guide says of its disclosure office; the office keeps it up to date itself. */
@Controller
@RequestMapping("/office/organs/{code}/office")
@Needs(Action.EDIT_DISCLOSURE_OFFICE)
class OfficeController {
    private static final String SEEN = "seen";
    private static final List<Option> CHANNELS = Stream.of(ReceivingChannel.values())
            .filter(channel -> !channel.always())
            .map(channel -> new Option(channel.name(), channel.chinese()))
            .toList();

    private final Organs organs;
    private final DisclosureOffices offices;
    private final OrganRights rights;

    OfficeController(Organs organs, DisclosureOffices offices, OrganRights rights) {
        this.organs = organs;
        this.offices = offices;
        this.rights = rights;
    }

    @GetMapping
    View office(@PathVariable String code) {
        var organ = rights.organ(code, Action.EDIT_DISCLOSURE_OFFICE);
        var form = offices.of(organ.id()).map(office -> filled(office)).orElse(new LinkedMultiValueMap<>());
        form.add("on", organs.today().toString());
        form.add(SEEN, mark(organ));
        return Page.of("organ/office", new OfficePage(organ, Form.of(form), CHANNELS));
    }

    @PostMapping
    View set(@PathVariable String code, @RequestParam MultiValueMap<String, String> typed) {
        var organ = rights.organ(code, Action.EDIT_DISCLOSURE_OFFICE);
        var input = new OrganInput(typed, organs.tree(), organs.today());
        var from = input.day("on", "生效日期");
        var seen = input.text(SEEN);
        if (!seen.isEmpty() && !seen.equals(mark(organ))) {
            return rejected(
                    organ, seenAgain(organ, input.form()).wrong("您打开本页之后，别人修改了公开工作机构的信息。请核对机构页上的内容，确认仍要这样写后再次提交"));
        }
        if (input.form().rejected()) {
            return rejected(organ, input.form());
        }
        return switch (offices.set(organ.id(), office(input, typed), from)) {
            case Ruling.Done ignored -> Redirect.to(OrganLine.link(organ)).saying("公开工作机构的信息已保存");
            case Ruling.Barred barred -> rejected(organ, OrganInput.objected(input.form(), barred));
        };
    }

    /** What was known when the form was opened; by its text, for that is the same on every node. */
    private String mark(Organ organ) {
        return Integer.toHexString((offices.of(organ.id()) + " " + offices.since(organ.id())).hashCode());
    }

    private Form seenAgain(Organ organ, Form form) {
        var values = new LinkedHashMap<>(form.values());
        values.put(SEEN, List.of(mark(organ)));
        return new Form(values, form.fieldErrors(), form.errors());
    }

    private static View rejected(Organ organ, Form form) {
        return Page.rejected("organ/office", new OfficePage(organ, form, CHANNELS));
    }

    private static DisclosureOffice office(OrganInput input, MultiValueMap<String, String> typed) {
        var channels = EnumSet.noneOf(ReceivingChannel.class);
        typed.getOrDefault("channels", List.of())
                .forEach(word -> ReceivingChannel.of(word).ifPresent(channels::add));
        return new DisclosureOffice(
                input.text("name"),
                input.text("address"),
                input.text("hours"),
                input.text("phone"),
                input.text("fax"),
                input.text("email"),
                input.text("url"),
                input.text("postcode"),
                channels);
    }

    private static MultiValueMap<String, String> filled(DisclosureOffice office) {
        var values = new LinkedMultiValueMap<String, String>();
        values.add("name", office.name());
        values.add("address", office.address());
        values.add("hours", office.hours());
        values.add("phone", office.phone());
        values.add("fax", office.fax());
        values.add("email", office.email());
        values.add("url", office.url());
        values.add("postcode", office.postcode());
        office.channels().forEach(channel -> values.add("channels", channel.name()));
        return values;
    }
}
