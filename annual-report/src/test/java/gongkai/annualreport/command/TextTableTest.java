package gongkai.annualreport.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void linesUpChineseAndFigures() {
        var table = new TextTable(List.of(false, true));
        table.row(List.of("", "总计"));
        table.row(List.of("予以公开", "1"));
        table.row(List.of("ab", "〔空〕"));
        assertThat(table.text(" ").lines()).containsExactly("             总计", " 予以公开       1", " ab        〔空〕");
    }

    @Test
    void cutsLongLabels() {
        assertThat(TextTable.cut("申请人无正当理由", 7)).isEqualTo("申请人…");
        assertThat(TextTable.cut("申请人", 6)).isEqualTo("申请人");
    }
}
