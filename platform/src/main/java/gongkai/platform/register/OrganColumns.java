package gongkai.platform.register;

import gongkai.platform.organ.Capacity;
import gongkai.platform.organ.DisclosureOffice;
import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.organ.ReceivingChannel;
import gongkai.platform.web.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The columns of a file of organs, the same for reading and writing. */
@Component
class OrganColumns {
    static final String CODE = "机构代码";
    static final String CREDIT_CODE = "统一社会信用代码";
    static final String NAME = "全称";
    static final String SHORT_NAME = "简称";
    static final String KIND = "类型";
    static final String PARENT = "上级机构";
    static final String REGION = "行政区划代码";
    static final String JUSTICE = "司法行政部门";
    static final String CAPACITIES = "法定权限";
    static final String PLACE = "排序";
    static final String ON = "生效日期";
    static final String DOCUMENT = "文号";
    static final String OFFICE = "公开工作机构";
    static final String ADDRESS = "办公地址";
    static final String HOURS = "办公时间";
    static final String PHONE = "联系电话";
    static final String FAX = "传真号码";
    static final String EMAIL = "电子邮箱";
    static final String URL = "互联网地址";
    static final String POSTCODE = "邮政编码";
    static final String CHANNELS = "受理渠道";

    /** All columns in the order in which they are written. */
    static final List<String> ALL = List.of(
            CODE,
            CREDIT_CODE,
            NAME,
            SHORT_NAME,
            KIND,
            PARENT,
            REGION,
            JUSTICE,
            CAPACITIES,
            PLACE,
            ON,
            DOCUMENT,
            OFFICE,
            ADDRESS,
            HOURS,
            PHONE,
            FAX,
            EMAIL,
            URL,
            POSTCODE,
            CHANNELS);

    private final Organs organs;
    private final DisclosureOffices offices;

    OrganColumns(Organs organs, DisclosureOffices offices) {
        this.organs = organs;
        this.offices = offices;
    }

    List<Column<OrganLine>> all() {
        var known = offices.all(organs.today());
        var columns = new ArrayList<Column<OrganLine>>();
        columns.add(Column.of(CODE, line -> line.organ().code()));
        columns.add(Column.of(
                CREDIT_CODE,
                line -> line.organ().creditCode() == null
                        ? null
                        : line.organ().creditCode().code()));
        columns.add(Column.of(NAME, line -> line.organ().name()));
        columns.add(Column.of(SHORT_NAME, line -> line.organ().shortName()));
        columns.add(Column.of(KIND, line -> line.organ().kind().chinese()));
        columns.add(Column.of(
                PARENT, line -> line.parent() == null ? null : line.parent().code()));
        columns.add(Column.of(
                REGION,
                line -> line.organ().region() == null
                        ? null
                        : line.organ().region().code()));
        columns.add(Column.of(JUSTICE, line -> line.organ().justice()));
        columns.add(Column.of(
                CAPACITIES,
                line -> line.organ().capacities().stream()
                        .sorted()
                        .map(Capacity::chinese)
                        .collect(Collectors.joining("、"))));
        columns.add(Column.of(PLACE, line -> line.organ().place()));
        columns.add(Column.of(ON, line -> line.organ().since()));
        columns.add(Column.of(DOCUMENT, line -> null));
        columns.add(of(OFFICE, known, DisclosureOffice::name));
        columns.add(of(ADDRESS, known, DisclosureOffice::address));
        columns.add(of(HOURS, known, DisclosureOffice::hours));
        columns.add(of(PHONE, known, DisclosureOffice::phone));
        columns.add(of(FAX, known, DisclosureOffice::fax));
        columns.add(of(EMAIL, known, DisclosureOffice::email));
        columns.add(of(URL, known, DisclosureOffice::url));
        columns.add(of(POSTCODE, known, DisclosureOffice::postcode));
        columns.add(of(CHANNELS, known, OrganColumns::channels));
        return columns;
    }

    private static Column<OrganLine> of(
            String title, Map<OrganId, DisclosureOffice> known, Function<DisclosureOffice, String> value) {
        return Column.of(title, line -> valueOf(known.get(line.organ().id()), value));
    }

    private static @Nullable Object valueOf(
            @Nullable DisclosureOffice office, Function<DisclosureOffice, String> value) {
        return office == null ? null : value.apply(office);
    }

    static String channels(DisclosureOffice office) {
        return office.channels().stream()
                .sorted()
                .map(ReceivingChannel::chinese)
                .collect(Collectors.joining("、"));
    }
}
