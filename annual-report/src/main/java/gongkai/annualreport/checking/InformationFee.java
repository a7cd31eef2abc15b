package gongkai.annualreport.checking;

import java.math.BigDecimal;
import java.util.Optional;

/** What part six says was charged for handling information (信息处理费). */
final class InformationFee {
    private InformationFee() {}

    /** The amount in yuan; none where the text names no amount that was charged. */
    static Optional<BigDecimal> charged(String text) {
        if (!text.contains("信息处理费")) {
            return Optional.empty();
        }
        return Money.in(text).stream()
                .filter(money -> money.sentence().contains("信息处理费") && money.isCharged())
                .map(Money::yuan)
                .findFirst();
    }
}
