package gongkai.annualreport.opening;

import java.text.Normalizer;

/** Gives the everyday character for those that fonts put in its place: radicals that look like a character, joined letters. */
final class PlainCharacters {
    /** Radicals and the characters they look like, in pairs, where Unicode has no such mapping. */
    private static final String RADICALS = "⺀冫⺄乙⺅亻⺇几⺈刀⺊卜⺋卩⺌小⺍小⺏尢⺐尣⺒巳⺓幺⺔彐⺖忄⺗小⺘扌⺙攵⺚无⺛旡⺝月⺞歹⺟母⺠民⺡氵⺢水⺣灬⺤爪⺥爫⺧牛⺨犭⺪疋⺫罒⺬示⺭礻"
            + "⺮竹⺰纟⺱罓⺲罒⺶羊⺷羊⺹耂⺺聿⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長"
            + "⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟";

    private PlainCharacters() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isStandIn(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static boolean isStandIn(char c) {
        return c >= '\u2e80' && c <= '\u2fd5' || c >= '\ufb00' && c <= '\ufb06' || c >= '\uf900' && c <= '\ufad9';
    }

    private static String replaced(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int radical = c >= '\u2e80' && c < '\u2f00' ? RADICALS.indexOf(c) : -1;
            if (radical >= 0 && radical % 2 == 0) {
                plain.append(RADICALS.charAt(radical + 1));
            } else if (isStandIn(c)) {
                plain.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
