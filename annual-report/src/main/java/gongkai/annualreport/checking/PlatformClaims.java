package gongkai.annualreport.checking;

import gongkai.annualreport.SectionKey;
import gongkai.annualreport.Severity;
import gongkai.annualreport.checking.Narrative.Sentence;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether the prose names as many platforms of new media as it says the organ has: 结合官方微信、抖音 in one place and 现有一个微信公众号 in
 * another. Either may be right, so this is only worth a look.
 */
final class PlatformClaims {
    private static final Pattern SEVERAL = Pattern.compile(
            "(?:结合|利用|运用|依托|通过|借助|用好|开设|开通)(?:本局|我局|本单位|本机关)?((?:官方)?微信(?:公众号)?[、和及](?:官方)?(?:抖音|微博|头条|快手|视频号)(?:号)?)");
    private static final Pattern ONE =
            Pattern.compile("(?:我局|本局|本单位|我单位|本机关|本委|我委|我办|本镇|我镇|目前)?(?:现有|现仅有|只有|仅有|共有)(?:一|1)个(?:微信公众号|政务新媒体)");

    private PlatformClaims() {}

    static void judge(Subject subject, Verdict verdict) {
        @Nullable String several = null;
        @Nullable String one = null;
        @Nullable Sentence place = null;
        for (var sentence : subject.narrative().sentences()) {
            if (sentence.section() == SectionKey.PROBLEMS) {
                continue;
            }
            var named = SEVERAL.matcher(sentence.text());
            if (several == null && named.find()) {
                several = named.group(1);
            }
            var counted = ONE.matcher(sentence.text());
            if (one == null && counted.find() && sentence.context().contains("政务新媒体")) {
                one = counted.group();
                place = sentence;
            }
        }
        if (several != null && one != null && place != null) {
            verdict.say(
                    Severity.INFO,
                    List.of(),
                    RequestClaims.place(subject, place),
                    "正文一处称用“" + several + "”，另一处称“" + one + "”，政务新媒体数前后不一致，请核对",
                    null,
                    one);
        }
    }
}
