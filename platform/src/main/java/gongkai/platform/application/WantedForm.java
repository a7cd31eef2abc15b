package gongkai.platform.application;

/** In what form the information is wanted (第四十条). */
enum WantedForm {
    PAPER("纸质"),
    DATA("电子文档"),
    INSPECTION("当场查阅、抄录");

    private final String label;

    WantedForm(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
