package gongkai.annualreport.opening;

import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of numbers that OFD writes into attributes: extents, transformations, distances, paths. */
final class OfdNumbers {
    private static final int LONGEST = 200_000;
    private static final double[] NONE = {};

    private OfdNumbers() {}

    /** The numbers of a text parted by spaces; none if any of it is no number. */
    static double[] of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return NONE;
        }
        var words = text.strip().split("[\\s,]+");
        var numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = number(words[i]);
            if (Double.isNaN(numbers[i])) {
                return NONE;
            }
        }
        return numbers;
    }

    /** Distances from character to character, where "g 3 5.2" stands for 5.2 three times. */
    static double[] distances(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return NONE;
        }
        var words = text.strip().split("[\\s,]+");
        var distances = new double[Math.min(words.length, LONGEST)];
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            int times = 1;
            double distance;
            if (words[i].equalsIgnoreCase("g") && i + 2 < words.length) {
                times = (int) Math.clamp(number(words[i + 1]), 0, LONGEST);
                distance = number(words[i + 2]);
                i += 2;
            } else {
                distance = number(words[i]);
            }
            if (Double.isNaN(distance) || count + times > LONGEST) {
                break;
            }
            if (count + times > distances.length) {
                distances = Arrays.copyOf(distances, Math.max(count + times, 2 * distances.length));
            }
            Arrays.fill(distances, count, count + times, distance);
            count += times;
        }
        return Arrays.copyOf(distances, count);
    }

    private static double number(String word) {
        try {
            double number = Double.parseDouble(word);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A path in OFD's short notation: M and S move, L draws, Q B A are curves, C closes. */
    static PagePath path(String data, AffineTransform place) {
        var path = new PagePath();
        String order = "";
        List<Double> numbers = new ArrayList<>();
        for (var word : (data + " .").replaceAll("([MSLQBAC])", " $1 ").strip().split("[\\s,]+")) {
            double number = number(word);
            if (!Double.isNaN(number)) {
                numbers.add(number);
            } else {
                draw(order, numbers, place, path);
                order = word;
                numbers.clear();
            }
        }
        return path;
    }

    private static void draw(String order, List<Double> numbers, AffineTransform place, PagePath path) {
        if (order.equals("C")) {
            path.close();
            return;
        }
        int n = numbers.size();
        if (n < 2) {
            return;
        }
        var point =
                new float[] {numbers.get(n - 2).floatValue(), numbers.get(n - 1).floatValue()};
        place.transform(point, 0, point, 0, 1);
        switch (order) {
            case "M", "S" -> path.move(point);
            case "L" -> path.line(point);
            case "Q", "B", "A" -> path.curve(point);
            default -> {}
        }
    }
}
