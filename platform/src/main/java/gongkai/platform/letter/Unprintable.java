package gongkai.platform.letter;

import gongkai.annualreport.writing.Typefaces;
import gongkai.platform.personal.Applicants;
import gongkai.platform.request.DisclosureRequest;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** Characters of a letter that no font has, so that its PDF and OFD would show a gap. */
@Component
class Unprintable {
    private static final String MENDED = "在 PDF 和 OFD 中显示为“□”，Word 文档不受影响。请系统管理员在服务器上安装有这些字的 TrueType 字体（例如"
            + "软件包 fonts-hanazono）后再签发，或者用 Word 文档打印";

    private final Applicants applicants;

    Unprintable(Applicants applicants) {
        this.applicants = applicants;
    }

    /** What is said of it on the preview; empty if all can be printed. */
    String of(Letter letter, DisclosureRequest request, String text) {
        var found = new ArrayList<String>();
        var characters = Typefaces.undrawable(text);
        if (!characters.isEmpty()) {
            found.add("字库里没有“" + String.join("、", characters) + "”");
        }
        int inName = Consents.isForOthers(letter.kind())
                ? 0
                : applicants.measureName(
                        request.applicant(), name -> Typefaces.undrawable(name).size());
        if (inName > 0) {
            found.add("申请人姓名中有 " + inName + " 个字字库里没有");
        }
        return found.isEmpty() ? "" : String.join("，", found) + "：" + MENDED;
    }
}
