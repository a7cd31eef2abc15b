package gongkai.platform.letter;

import gongkai.platform.request.procedure.LetterKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The letters of a case, as its page shows them. */
public record LetterPanelPage(
        String request, List<Line> lines, List<LetterKind> kinds, boolean mayOpen, boolean mayHandle) {
    /** A letter and how it was delivered last. */
    public record Line(Letter letter, @Nullable Delivery delivery) {
        /** Where it stands on its way, in words. */
        public String way() {
            if (delivery == null) {
                return "";
            }
            var on = delivery.deliveredOn();
            return delivery.method().label()
                    + (on == null ? "，" + ChineseDay.of(delivery.sentOn()) + "发出" : "，" + ChineseDay.of(on) + "送达");
        }
    }
}
