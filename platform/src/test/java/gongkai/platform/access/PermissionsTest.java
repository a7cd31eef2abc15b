package gongkai.platform.access;

import static gongkai.platform.access.RunningPlatform.bean;
import static gongkai.platform.access.RunningPlatform.browser;
import static gongkai.platform.access.RunningPlatform.organ;
import static gongkai.platform.access.RunningPlatform.person;
import static gongkai.platform.access.RunningPlatform.signedIn;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.web.Open;
import gongkai.platform.web.OpenToSignedIn;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The whole table of roles and actions, and every handler tried by every role. */
@ExtendWith(RunningPlatform.class)
class PermissionsTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "")).resolve("../docs/permissions.md");
    private static final String WRITE =
            "mvn -q -pl platform -Dtest=PermissionsTest -Dsurefire.failIfNoSpecifiedTests=false -Dgongkai.write-docs=true test";

    /** Stands for whatever an address names: nothing has this number or code. */
    private static final String NOTHING = "999999999";

    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+(?::(?:[^{}]|\\{[^{}]*})*)?}");

    @Test
    void thePageIsWrittenFromThePolicy() throws IOException {
        var page = page();
        System.out.println(page);
        if (Boolean.getBoolean("gongkai.write-docs")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("docs/permissions.md is stale; write it again with: " + WRITE)
                .isEqualTo(page);
    }

    @Test
    void noAdministratorDoesAnothersWorkOrAnyBusiness() {
        for (var action : Action.values()) {
            var administrators =
                    Policy.roles(action).stream().filter(Role::isAdministrator).toList();
            boolean common = List.of(
                            Action.SEE_WORKBENCH,
                            Action.SEE_ORGANS,
                            Action.SEE_CALENDAR,
                            Action.SEE_PEOPLE,
                            Action.SEE_JOBS,
                            Action.EDIT_DISCLOSURE_OFFICE)
                    .contains(action);
            if (!common) {
                assertThat(administrators).as(action.chinese()).hasSizeLessThanOrEqualTo(1);
                assertThat(administrators.isEmpty()
                                || administrators.size() == Policy.roles(action).size())
                        .as(action.chinese() + " is either administration or business")
                        .isTrue();
            }
        }
    }

    @Test
    void everyHandlerDeclaresItsRightAndStandsWhereItIsGuarded() {
        for (var endpoint : endpoints()) {
            assertThat(endpoint.declared())
                    .as(endpoint + " must carry @Needs, @OpenToSignedIn or @Open")
                    .isNotNull();
            boolean guarded =
                    endpoint.path().startsWith("/office") || endpoint.path().startsWith("/api/");
            boolean open = endpoint.declared() instanceof Open;
            if (!endpoint.path().startsWith("/api/v1/public")) {
                assertThat(open).as(endpoint + " is open to all").isEqualTo(!guarded);
            }
        }
    }

    @Test
    void everyHandlerAnswersEveryRoleAsItDeclares() throws Exception {
        var above = organ(null);
        var organ = organ(above);
        var browsers = new EnumMap<Role, Browser>(Role.class);
        var tokens = new EnumMap<Role, String>(Role.class);
        for (var role : Role.values()) {
            var login = person(role, role.isAdministrator() ? null : organ);
            browsers.put(role, signedIn(login));
            tokens.put(
                    role,
                    bean(Tokens.class)
                            .create(login, "测试", Tokens.Scope.WRITE, 1)
                            .token());
        }
        var wrong = new ArrayList<String>();
        var tried = new ArrayList<String>();
        var client = HttpClient.newHttpClient();
        for (var endpoint : endpoints()) {
            var line = new StringBuilder(endpoint.toString());
            for (var role : Role.values()) {
                int status = endpoint.path().startsWith("/api/")
                        ? call(client, endpoint, tokens.get(role))
                        : page(endpoint, requireNonNull(browsers.get(role)), "/office/me/password");
                boolean let = status != 401 && status != 403;
                line.append(' ').append(status);
                if (let != endpoint.allows(role)) {
                    wrong.add(endpoint + " by " + role + ": " + status);
                }
            }
            int status = endpoint.path().startsWith("/api/")
                    ? call(client, endpoint, null)
                    : page(endpoint, browser(), endpoint.declared() instanceof Open ? "/login" : null);
            line.append(" | ").append(status);
            tried.add(line.toString());
            boolean let = status != 401
                    && status != 403
                    && (status != TO_SIGN_IN || endpoint.path().startsWith("/login"));
            if (let != (endpoint.declared() instanceof Open)) {
                wrong.add(endpoint + " by the public: " + status);
            }
        }
        tried.forEach(System.out::println);
        assertThat(wrong).isEmpty();
    }

    private static final int TO_SIGN_IN = -303;

    private record Endpoint(
            String method,
            String path,
            HandlerMethod handler,
            @Nullable Annotation declared) {
        boolean allows(Role role) {
            return declared instanceof Open
                    || declared instanceof OpenToSignedIn
                    || declared instanceof Needs needs
                            && Arrays.stream(needs.value())
                                    .anyMatch(action -> Policy.roles(action).contains(role));
        }

        /** Its address with something in every place that stands open. */
        String address() {
            return VARIABLE.matcher(path)
                    .replaceAll(found -> found.group().contains("{4}")
                            ? found.group().contains("-") ? "2026-01-05" : "2026"
                            : NOTHING);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static List<Endpoint> endpoints() {
        var found = new ArrayList<Endpoint>();
        for (var mapping : RunningPlatform.context()
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()) {
            mapping.getHandlerMethods().forEach((info, handler) -> {
                if (DeclaredRights.isOurs(handler)) {
                    var methods = info.getMethodsCondition().getMethods();
                    for (var path : info.getPatternValues()) {
                        for (var method : methods.isEmpty() ? List.of(RequestMethod.GET) : methods) {
                            found.add(new Endpoint(method.name(), path, handler, DeclaredRights.declaration(handler)));
                        }
                    }
                }
            });
        }
        found.removeIf(endpoint -> endpoint.path().equals("/error"));
        found.sort(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method));
        return found;
    }

    /** Opens it or sends it, then with the token of the page named, where one is. */
    private static int page(Endpoint endpoint, Browser browser, @Nullable String tokenOf) {
        var path = endpoint.address();
        if (endpoint.method().equals("GET")) {
            return status(browser.get(path));
        }
        if (tokenOf == null) {
            return status(browser.postBare(path));
        }
        browser.get(tokenOf);
        return status(browser.post(path));
    }

    private static int status(HttpResponse<String> answer) {
        return SignInTest.place(answer).startsWith("/login") && answer.statusCode() / 100 == 3
                ? TO_SIGN_IN
                : answer.statusCode();
    }

    private static int call(HttpClient client, Endpoint endpoint, @Nullable String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RunningPlatform.port() + endpoint.address()))
                .header("Content-Type", "application/json")
                .method(
                        endpoint.method(),
                        endpoint.method().equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{}"));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static String page() {
        var roles = Role.values();
        return """
                # 权限表

                本页由 `Policy` 生成，不要手改；重新生成：`%s`

                业务角色的权限只在授予的单位内有效；授予时选了“包括下级单位”的，按机构树当日的样子及于下级。三员的权限不分单位，三员之间、三员与业务角色
                不能兼任，由数据库约束保证；任何人不能给自己授权。`●` 有权，空白无权。

                """.formatted(WRITE)
                + "| 事项 | " + Arrays.stream(roles).map(Role::chinese).collect(Collectors.joining(" | ")) + " |\n"
                + "|---|" + ":-:|".repeat(roles.length) + "\n"
                + Arrays.stream(Action.values())
                        .map(action -> "| " + action.chinese() + " | "
                                + Arrays.stream(roles)
                                        .map(role -> Policy.roles(action).contains(role) ? "●" : "")
                                        .collect(Collectors.joining(" | "))
                                + " |\n")
                        .collect(Collectors.joining());
    }
}
