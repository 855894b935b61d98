package fi.rinnalla.service.answering;

import fi.rinnalla.service.asking.AllowedRoles;
import fi.rinnalla.service.asking.CallerArgument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a refusal looks like, what a body may be, and the transaction around each request. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
public class AnsweringDefaults {

    @Bean
    Problems problems(JsonMapper json) {
        return new Problems(json);
    }

    @Bean
    ProblemPage problemPage() {
        return new ProblemPage();
    }

    @Bean
    JsonMapperBuilderCustomizer strictReading() {
        return builder -> builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    }

    @Bean
    JsonFactoryBuilderCustomizer shallowJson() {
        return builder -> builder.streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(20)
                .maxStringLength(20_000)
                .build());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(TransactionTemplate.class)
    @EnableConfigurationProperties(AnsweringSettings.class)
    static class WithDatabase implements WebMvcConfigurer {

        private final AnsweringSettings settings;

        WithDatabase(AnsweringSettings settings) {
            this.settings = settings;
        }

        @Bean
        DatabaseProblems databaseProblems() {
            return new DatabaseProblems();
        }

        /** Behind Spring Security's filters, which are at -100: nobody unknown gets a transaction. */
        @Bean
        FilterRegistrationBean<RequestTransaction> requestTransaction(
                TransactionTemplate transaction,
                JdbcClient rows,
                Problems problems,
                DatabaseProblems databaseProblems) {
            var registration = new FilterRegistrationBean<>(new RequestTransaction(
                    transaction, new AnsweredRequests(rows), problems, databaseProblems, settings));
            registration.setOrder(0);
            return registration;
        }

        @Override
        public void addInterceptors(InterceptorRegistry interceptors) {
            interceptors.addInterceptor(new AllowedRoles()).addPathPatterns("/api/**");
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new CallerArgument());
            resolvers.add(new IfMatch.Argument());
            resolvers.add(new Paging.Argument(settings.cursorSecret().getBytes(StandardCharsets.UTF_8)));
        }
    }
}
