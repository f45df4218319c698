using System.Collections;
using System.Globalization;
using BankAdmin.Web.Forms;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Forms;

/// <summary>Whatever is posted is read in one go.</summary>
public sealed class PostedFormTests : WebTest
{
    private const int Few = 100;
    private const int Many = 400;
    private const double Linear = 1.1 * Many / Few;

    [Theory]
    [InlineData("limits")]
    [InlineData("limits[0]")]
    [InlineData("LIMITS[1]")]
    [InlineData("limits[2]")]
    [InlineData("trial")]
    [InlineData("trial.payment")]
    [InlineData("shown")]
    [InlineData("absent")]
    [InlineData("")]
    public void It_finds_the_members_that_the_framework_finds(string prefix)
    {
        var form = Form([
            "limits[0][total]", "limits[0][adHoc]", "limits[1][total]", "Limits[1].adHoc", "limits[0]", "limits", "limitsOfOthers[7]",
            "limits[2", "limits[]", "trial.payment", "trial.payment.amount[0]", "trial.pattern", "shown[a.b]", "shown[a.b].c", "x]", "[y]",
            "."]);

        new PostedForm(form).GetKeysFromPrefix(prefix).ShouldBe(
            new FormValueProvider(BindingSource.Form, form, CultureInfo.InvariantCulture).GetKeysFromPrefix(prefix), ignoreOrder: true);
    }

    [Fact]
    public void Looking_for_the_members_of_all_rows_costs_as_much_as_there_are_rows()
    {
        Ratio(form => new PostedForm(form)).ShouldBeLessThan(Linear);
        Ratio(form => new FormValueProvider(BindingSource.Form, form, CultureInfo.InvariantCulture)).ShouldBeGreaterThan(
            Linear, "the square of them, else this test sees nothing");
    }

    [Fact]
    public void No_form_is_walked_through_while_it_is_bound()
    {
        var metadata = App.Services.GetRequiredService<IModelMetadataProvider>();
        var forms = typeof(Program).Assembly.GetTypes().Select(InputOf).OfType<Type>().Distinct().ToList();
        forms.Count.ShouldBeGreaterThan(5);

        forms.Where(form => metadata.GetMetadataForType(form).HasValidators != false).ShouldBeEmpty();
    }

    private static Type? InputOf(Type type) => type.BaseType switch
    {
        null => null,
        { IsGenericType: true } wizard when wizard.GetGenericTypeDefinition() == typeof(Wizard<,>)
            && !wizard.GenericTypeArguments[0].IsGenericParameter => wizard.GenericTypeArguments[0],
        var parent => InputOf(parent),
    };

    private static double Ratio(Func<IFormCollection, IEnumerableValueProvider> provider)
    {
        return (double)Looks(Many) / Looks(Few);

        int Looks(int rows)
        {
            var form = Form([.. Enumerable.Range(0, rows).SelectMany(row => new[] { $"limits[{row}][total]", $"limits[{row}][adHoc]" })]);
            var values = provider(form);
            for (var row = 0; row < rows; row++)
            {
                values.GetKeysFromPrefix($"limits[{row}]").Count.ShouldBe(2);
            }

            return form.Looks;
        }
    }

    private static CountingForm Form(string[] names) => new(names);

    /// <summary>Counts how often one of its names is looked at.</summary>
    private sealed class CountingForm(string[] names) : IFormCollection, ICollection<string>
    {
        private readonly FormCollection form = new(names.ToDictionary(name => name, _ => new StringValues("1"), StringComparer.Ordinal));

        public int Looks { get; private set; }

        public int Count => form.Count;

        public bool IsReadOnly => true;

        public ICollection<string> Keys => this;

        public IFormFileCollection Files => form.Files;

        public StringValues this[string key] => form[key];

        public bool ContainsKey(string key) => form.ContainsKey(key);

        public bool TryGetValue(string key, out StringValues value) => form.TryGetValue(key, out value);

        public IEnumerator<KeyValuePair<string, StringValues>> GetEnumerator() => form.GetEnumerator();

        public bool Contains(string item) => form.ContainsKey(item);

        public void CopyTo(string[] array, int arrayIndex) => names.CopyTo(array, arrayIndex);

        public void Add(string item) => throw new NotSupportedException();

        public void Clear() => throw new NotSupportedException();

        public bool Remove(string item) => throw new NotSupportedException();

        IEnumerator<string> IEnumerable<string>.GetEnumerator() => names.Select(Look).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => names.Select(Look).GetEnumerator();

        private string Look(string name)
        {
            Looks++;
            return name;
        }
    }
}
