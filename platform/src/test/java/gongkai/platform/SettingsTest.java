package gongkai.platform;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

class SettingsTest {
    private record Setting(String name, String usual) {}

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void everySettingStandsInTheReadmeWithItsDefault(String readme) throws IOException {
        var lines = Files.readAllLines(Path.of("..", readme));
        assertThat(settings())
                .hasSizeGreaterThan(30)
                .allSatisfy(setting -> assertThat(lines)
                        .as(
                                "a row | `%s` | %s | … | in the table of settings of %s",
                                setting.name(), setting.usual(), readme)
                        .anySatisfy(line ->
                                assertThat(line).startsWith("| `" + setting.name() + "` | " + setting.usual() + " |")));
    }

    private static List<Setting> settings() {
        var found = new ClassPathScanningCandidateComponentProvider(false);
        found.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return found.findCandidateComponents("gongkai.platform").stream()
                .map(bean -> ClassUtils.resolveClassName(requireNonNull(bean.getBeanClassName()), null))
                .flatMap(type -> within(
                        type,
                        type.getAnnotation(ConfigurationProperties.class)
                                .value()
                                .toUpperCase(Locale.ROOT)
                                .replace('.', '_')))
                .toList();
    }

    private static Stream<Setting> within(Class<?> record, String prefix) {
        return Arrays.stream(record.getRecordComponents()).flatMap(component -> {
            var name = prefix + "_"
                    + component.getName().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
            if (component.getType().isRecord()) {
                return within(component.getType(), name);
            }
            var said = constructorParameter(record, component.getName());
            return Stream.of(new Setting(name, said.length == 0 || said[0].isEmpty() ? "—" : said[0]));
        });
    }

    private static String[] constructorParameter(Class<?> record, String name) {
        return Arrays.stream(record.getDeclaredConstructors())
                .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
                .filter(parameter ->
                        parameter.getName().equals(name) && parameter.isAnnotationPresent(DefaultValue.class))
                .map(parameter -> parameter.getAnnotation(DefaultValue.class).value())
                .findFirst()
                .orElse(new String[0]);
    }
}
