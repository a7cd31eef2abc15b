package gongkai.platform.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Bars beside each other as a picture the server draws, with the table that tells the same. Lengths are in the units of the picture.
 *
 * @param title what the bars measure
 * @param bars from the top down
 */
public record Chart(String title, List<Bar> bars) {
    private static final int ROW = 26;
    private static final int LONGEST = 360;

    /**
     * A bar.
     *
     * @param link where its cases are listed, empty if nowhere
     */
    public record Bar(String label, int value, int y, int length, String link) {}

    /** What a bar is made of. */
    public record Value(String label, int value, String link) {}

    /** The bars of these values, the longest as long as the picture allows. */
    public static Chart of(String title, List<Value> values) {
        int most = Math.max(1, values.stream().mapToInt(Value::value).max().orElse(1));
        var bars = new ArrayList<Bar>();
        for (var value : values) {
            bars.add(new Bar(
                    value.label(),
                    value.value(),
                    bars.size() * ROW,
                    (int) Math.round((double) value.value() * LONGEST / most),
                    value.link()));
        }
        return new Chart(title, List.copyOf(bars));
    }

    public int height() {
        return Math.max(ROW, bars.size() * ROW);
    }

    /** The bars in one sentence, for those who cannot see them. */
    public String words() {
        return title + "："
                + String.join(
                        "，",
                        bars.stream()
                                .map(bar -> bar.label() + " " + bar.value())
                                .toList());
    }
}
