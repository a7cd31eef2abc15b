package gongkai.platform.application;

import gongkai.platform.files.StoredFile;
import gongkai.platform.organ.DisclosureOffice;
import gongkai.platform.organ.Organ;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import java.util.Arrays;
import java.util.List;

/**
 * One step of the form.
 *
 * @param files what was handed in for this step
 * @param suggestions what is published already and may be what is wanted
 * @param draft the number of the draft, empty while there is none
 */
public record StepPage(
        Organ organ,
        DisclosureOffice office,
        ApplicationStep step,
        Form form,
        List<StoredFile> files,
        List<PublishedAnswers.Suggestion> suggestions,
        String draft,
        String savedAt,
        int draftDays) {
    /** In what form the information may be wanted. */
    public List<Option> forms() {
        return Arrays.stream(WantedForm.values())
                .map(form -> new Option(form.name(), form.label()))
                .toList();
    }

    /** By which ways. */
    public List<Option> deliveries() {
        return Arrays.stream(WantedDelivery.values())
                .map(delivery -> new Option(delivery.name(), delivery.label()))
                .toList();
    }

    /** As whom one may apply. */
    public List<Option> kinds() {
        return List.of(
                new Option("NATURAL_PERSON", "个人（公民）"),
                new Option("BUSINESS_ENTERPRISE", "商业企业：公司、个体工商户等"),
                new Option("RESEARCH_INSTITUTE", "科研机构：高校、研究院所等"),
                new Option("PUBLIC_WELFARE_ORG", "社会公益组织：社会团体、基金会、社会服务机构"),
                new Option("LEGAL_SERVICE_ORG", "法律服务机构：以律师事务所、法律服务所名义申请（律师以本人名义申请的选个人）"),
                new Option("OTHER_ORG", "其他：村委会、业主委员会、机关等"));
    }
}
