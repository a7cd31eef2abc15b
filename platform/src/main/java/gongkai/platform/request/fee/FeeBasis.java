package gongkai.platform.request.fee;

/** The two ways to reckon the fee. Each request is charged in one of them only (109号文第三条). */
public enum FeeBasis {
    PIECES("按件计收", "件"),
    PAGES("按量计收", "页");

    private final String label;
    private final String unit;

    FeeBasis(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    public String label() {
        return label;
    }

    /** What is counted: 件 or 页. */
    public String unit() {
        return unit;
    }
}
